package tsunagu.submissions;

import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tsunagu.desk.Alike;
import tsunagu.desk.Standing;
import tsunagu.events.EventDrafts;
import tsunagu.groups.GroupDrafts;
import tsunagu.staff.Member;
import tsunagu.submissions.entry.Content;
import tsunagu.submissions.entry.Field;
import tsunagu.submissions.entry.Kind;
import tsunagu.submissions.entry.Submission;
import tsunagu.submissions.entry.Submissions;
import tsunagu.submissions.entry.When;
import tsunagu.text.Folding;

/** The events and groups that staff make of submissions. */
@Singleton
class Entries {
    private static final Pattern TELEPHONE =
            Pattern.compile("\\+?[0-9]{2,4}[ ()‐−―ー-]{0,2}[0-9]{2,4}[ ()‐−―ー-]{0,2}[0-9]{3,4}");
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9.+_-]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");
    private static final Pattern LABEL = Pattern.compile("(?i)(?:電話番号|電話|メールアドレス|メール|\\b(?:tel|e?-?mail)\\b)\\s*:?");
    /** What a day and a time alone do not say. */
    private static final Pattern MORE = Pattern.compile("毎|隔週|雨|予定|ごろ|頃|まで|または|開場|受付|every|rain");

    private static final String SOURCE = "住民からの情報";

    private final EventDrafts events;
    private final GroupDrafts groups;
    private final Submissions submissions;

    Entries(EventDrafts events, GroupDrafts groups, Submissions submissions) {
        this.events = events;
        this.groups = groups;
        this.submissions = submissions;
    }

    /** A way to reach somebody, taken apart. */
    private record Contact(String name, String telephone, String mail) {
        static Contact of(String said) {
            String plain = Normalizer.normalize(said, Normalizer.Form.NFKC);
            String telephone = first(TELEPHONE, plain);
            String mail = first(MAIL, plain);
            if (telephone.isEmpty() && mail.isEmpty()) return new Contact(said, "", "");
            String name = plain;
            for (String known : List.of(telephone, mail)) {
                if (!known.isEmpty()) name = name.replace(known, " ");
            }
            name = LABEL.matcher(name).replaceAll(" ").replaceAll("[\\s()、,/・:]+", " ");
            return new Contact(name.strip(), Folding.width(telephone).replace('ー', '-'), mail);
        }

        private static String first(Pattern pattern, String text) {
            Matcher found = pattern.matcher(text);
            return found.find() ? found.group() : "";
        }
    }

    /** The draft's id. */
    long create(Submission one, Member by) {
        if (one.kindSent() == Kind.GROUP) return groups.create(one.municipality(), group(one), by);
        long event = events.create(one.municipality(), event(one), by);
        submissions.findPicture(one).ifPresent(picture -> events.putPicture(event, picture, by));
        return event;
    }

    private static EventDrafts.Proposal event(Submission one) {
        Content content = one.content();
        When when = content.when();
        String said = content.text(Field.WHEN);
        boolean tellsMore = when.first().isEmpty()
                || one.sender().channel().equals(Submission.PAGE)
                || MORE.matcher(said).find();
        Contact contact = Contact.of(content.text(Field.CONTACT));
        return new EventDrafts.Proposal(
                content.text(Field.TITLE),
                when.first(),
                when.last(),
                when.from(),
                when.to(),
                tellsMore ? said : "",
                content.text(Field.PLACE),
                content.text(Field.AUDIENCE),
                content.text(Field.FEE),
                content.text(Field.ABOUT),
                String.join(" ", contact.name(), contact.mail()).strip(),
                contact.telephone(),
                source(content));
    }

    private static GroupDrafts.Proposal group(Submission one) {
        Content content = one.content();
        Contact contact = Contact.of(content.text(Field.CONTACT));
        return new GroupDrafts.Proposal(
                content.text(Field.TITLE),
                content.text(Field.ABOUT),
                content.text(Field.WHEN),
                content.text(Field.PLACE),
                content.text(Field.AUDIENCE),
                content.text(Field.FEE),
                contact.name(),
                contact.telephone(),
                contact.mail(),
                one.contactMay(),
                source(content));
    }

    private static String source(Content content) {
        String said = content.text(Field.SOURCE);
        return said.isEmpty() ? SOURCE : said + "（" + SOURCE + "）";
    }

    /** Of what was made of it; empty where nothing was. */
    Optional<Standing> standing(Submission one) {
        return one.decision()
                .entry()
                .map(id -> one.kindSent() == Kind.EVENT ? events.standing(id) : groups.standing(id));
    }

    /** The public page, whether or not there is one yet; empty where nothing was made. */
    String publicPath(Submission one) {
        String folder = one.kindSent() == Kind.EVENT ? "/events/e/" : "/groups/";
        return one.decision().entry().map(id -> folder + id).orElse("");
    }

    /** The staff page; empty where nothing was made, or what was made is gone. */
    String staffPath(Submission one) {
        String folder = one.kindSent() == Kind.EVENT ? "/console/events/" : "/console/groups/";
        return standing(one)
                .filter(standing -> standing != Standing.GONE)
                .flatMap(any -> one.decision().entry())
                .map(id -> folder + id)
                .orElse("");
    }

    List<Alike> listAlike(Submission one) {
        if (one.title().isEmpty()) return List.of();
        return one.kindSent() == Kind.EVENT
                ? events.listAlike(one.municipality(), one.title())
                : groups.listAlike(one.municipality(), one.title());
    }

    /** As its sender is told. */
    SentReport.Fate fate(Submission one) {
        return switch (one.state()) {
            case DRAFT, NEW, HELD -> SentReport.Fate.WAITING;
            case TAKEN -> SentReport.Fate.TAKEN;
            case PUBLISHED ->
                standing(one).filter(Standing.TOLD::equals).isPresent()
                        ? SentReport.Fate.PUBLISHED
                        : SentReport.Fate.OVER;
            case DECLINED -> SentReport.Fate.DECLINED;
            case WITHDRAWN -> SentReport.Fate.WITHDRAWN;
        };
    }
}
