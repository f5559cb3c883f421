package tsunagu.conversation.networks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tsunagu.areas.Area;
import tsunagu.areas.Area.Network;
import tsunagu.areas.Area.School;
import tsunagu.areas.Fact;
import tsunagu.areas.Municipality;
import tsunagu.conversation.answer.Answer;
import tsunagu.conversation.intent.Claim;
import tsunagu.conversation.words.Naming;
import tsunagu.conversation.words.SourceNotes;
import tsunagu.conversation.words.Speech;
import tsunagu.message.Message;
import tsunagu.text.Language;

/** What is known of the networks of some areas, in sentences. */
final class Telling {
    private final Municipality municipality;
    private final List<Area> areas;
    private final boolean all;
    private final Speech speech;
    private final Naming naming;
    private final Told told;

    /** @param all whether every area of the municipality is meant, none having been named */
    Telling(Municipality municipality, List<Area> areas, boolean all, Speech speech) {
        this.municipality = municipality;
        this.areas = areas;
        this.all = all;
        this.speech = speech;
        this.naming = new Naming(speech);
        this.told = new Told(municipality, areas, all, speech);
    }

    /** Schools, towns and members, told in the same answer. */
    Counting counting() {
        return new Counting(told);
    }

    boolean isEmpty() {
        return told.isEmpty();
    }

    Answer.Cited answer() {
        return told.answer();
    }

    /** What is known of the areas at a glance: a sentence and a card for each. */
    void overview() {
        if (all) {
            aspect(Municipality.Aspect.COUNT);
            list();
            return;
        }
        for (Area area : areas) {
            Network network = area.network();
            told.tell(
                    network.name(),
                    network.name().certain() ? "network.is" : "network.listed",
                    "municipality",
                    naming.of(municipality),
                    "area",
                    naming.of(area),
                    "word",
                    naming.networkWord(municipality),
                    "network",
                    naming.network(area));
            card(area).ifPresent(told::show);
            statements(network);
        }
        municipality.office().ifPresent(this::office);
    }

    private Optional<Message.Card> card(Area area) {
        Network network = area.network();
        var lines = new ArrayList<Message.Line>();
        line(lines, "card.nickname", network.nickname(), name -> name);
        line(lines, "card.founded", network.founded(), this::when);
        line(lines, "card.junior-high", area.juniorHighSchools(), this::schoolNames);
        line(lines, "card.elementary", area.elementarySchools(), this::schoolNames);
        line(
                lines,
                "card.members",
                network.members(),
                members -> speech.say("card.members-value", "groups", members.groups(), "people", members.people()));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Message.Card(naming.network(area), lines, List.of()));
    }

    private <T> void line(List<Message.Line> lines, String key, Optional<Fact<T>> fact, Function<T, String> says) {
        fact.ifPresent(known -> {
            told.rest(known);
            lines.add(new Message.Line(speech.say(key), says.apply(known.value())));
        });
    }

    private String schoolNames(List<School> schools) {
        return naming.list(schools.stream().map(naming::of).toList());
    }

    private void statements(Network network) {
        network.statements()
                .forEach(statement -> told.state(statement, statement.value().in(speech.language())));
    }

    void office(Fact<Municipality.Office> office) {
        told.state(office, naming.askOffice(municipality));
    }

    void aspect(Municipality.Aspect aspect) {
        Optional.ofNullable(municipality.aboutNetworks().get(aspect)).ifPresent(fact -> {
            String says = fact.value().in(speech.language());
            if (aspect == Municipality.Aspect.DEFINITION) {
                told.tell(
                        fact,
                        "network.overview",
                        "municipality",
                        naming.of(municipality),
                        "word",
                        naming.networkWord(municipality),
                        "definition",
                        says);
            } else {
                told.state(fact, says);
            }
        });
    }

    /** 「市役所の組織ですか」 */
    void notPartOfCity() {
        Optional.ofNullable(municipality.aboutNetworks().get(Municipality.Aspect.INDEPENDENCE))
                .ifPresent(fact ->
                        told.tell(fact, "network.no", "says", fact.value().in(speech.language())));
    }

    void founded() {
        areas.stream()
                .sorted(byFounding())
                .forEach(area -> area.network().founded().ifPresent(founded -> {
                    Network.Founding founding = founded.value();
                    boolean detailed = founding.detail().isPresent()
                            && areas.size() == 1
                            && speech.language() == Language.JAPANESE;
                    told.tell(
                            founded,
                            detailed ? "network.founded-detail" : "network.founded",
                            "network",
                            naming.network(area),
                            "founded",
                            when(founding),
                            "detail",
                            founding.detail().orElse(""));
                }));
    }

    /** 「まだ準備中ですか」: an older document's plan is told as past. */
    void notPreparing() {
        for (Area area : areas) {
            Network network = area.network();
            network.founded().ifPresent(founded -> {
                told.tell(
                        founded,
                        "network.not-preparing",
                        "network",
                        naming.network(area),
                        "founded",
                        when(founded.value()));
                network.oncePlanned()
                        .ifPresent(
                                planned -> told.state(planned, planned.value().in(speech.language())));
            });
        }
        if (all || !isEmpty()) aspect(Municipality.Aspect.COUNT);
    }

    void inOrder(boolean newestFirst) {
        List<Area> founded = foundedAreas(told.compared());
        if (founded.isEmpty()) return;
        if (newestFirst) founded = founded.reversed();
        String direction = speech.say(newestFirst ? "words.newest" : "words.oldest");
        told.say("network.order", "word", naming.networkWord(municipality), "direction", direction);
        int rank = 1;
        for (Area area : founded) {
            var fact = area.network().founded().orElseThrow();
            told.tell(
                    fact, "network.order-row", "rank", rank++, "area", naming.of(area), "founded", when(fact.value()));
        }
    }

    /** Before those that are, where none are as they were said to be. */
    void noneSuch() {
        told.say("network.none-such", "word", naming.networkWord(municipality));
    }

    /** Which come first or last; what is known of them follows. */
    void extreme(Claim.Measure by, boolean first) {
        switch (by) {
            case FOUNDING -> extreme(!first);
            case GROUPS, PEOPLE -> counting().firstByMembers(municipality.areas(), by == Claim.Measure.PEOPLE, first);
            case JUNIOR_HIGH_SCHOOLS ->
                counting().firstBySchools(municipality.areas(), School.Level.JUNIOR_HIGH, first);
            case ELEMENTARY_SCHOOLS -> counting().firstBySchools(municipality.areas(), School.Level.ELEMENTARY, first);
        }
    }

    void extreme(boolean newest) {
        List<Area> founded = foundedAreas(told.compared());
        if (founded.isEmpty()) return;
        Area area = newest ? founded.getLast() : founded.getFirst();
        var fact = area.network().founded().orElseThrow();
        told.tell(
                fact,
                told.ofThese("network.extreme", told.compared()),
                "direction",
                speech.say(newest ? "words.newest" : "words.oldest"),
                "word",
                naming.networkWord(municipality),
                "network",
                naming.network(area),
                "founded",
                when(fact.value()));
    }

    void nickname() {
        for (Area area : areas) {
            Network network = area.network();
            network.nickname()
                    .ifPresent(nickname -> told.tell(
                            nickname,
                            "network.nickname",
                            "network",
                            naming.network(area),
                            "nickname",
                            nickname.value()));
            network.nicknameAbsent()
                    .ifPresent(absent -> told.tell(absent, "network.no-nickname", "network", naming.network(area)));
        }
    }

    void list() {
        // One of a municipality's many: the file knows no more by name.
        if (municipality.areas().size() == 1) aspect(Municipality.Aspect.COUNT);
        told.say(
                "network.list-intro",
                "municipality",
                naming.of(municipality),
                "word",
                naming.networkWord(municipality));
        for (Area area : areas) {
            Network network = area.network();
            String nickname = network.nickname().map(Fact::value).orElse("");
            told.tell(
                    network.name(),
                    nickname.isEmpty() ? "network.list-row" : "network.list-row-nickname",
                    "area",
                    naming.of(area),
                    "network",
                    naming.network(area),
                    "nickname",
                    nickname);
            SourceNotes.present(network.nickname()).forEach(told::rest);
        }
    }

    void layers(List<Municipality.Layer> layers) {
        boolean one = layers.size() == 1;
        if (!one) told.say("layer.list", "municipality", naming.of(municipality));
        layers.forEach(layer -> told.tell(
                layer.says(),
                one ? "layer.is" : "layer.row",
                "municipality",
                naming.of(municipality),
                "layer",
                layer.name(),
                "says",
                layer.says().value().in(speech.language())));
    }

    private static List<Area> foundedAreas(List<Area> areas) {
        return areas.stream()
                .filter(area -> area.network().founded().isPresent())
                .sorted(byFounding())
                .toList();
    }

    private static Comparator<Area> byFounding() {
        return Comparator.comparing(area ->
                area.network().founded().map(founded -> founded.value().sorts()).orElse("9999"));
    }

    private String when(Network.Founding founding) {
        return founding.says().in(speech.language());
    }
}
