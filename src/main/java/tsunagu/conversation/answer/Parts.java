package tsunagu.conversation.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tsunagu.conversation.words.Wording;
import tsunagu.message.Choice;
import tsunagu.message.Message;
import tsunagu.message.Source;
import tsunagu.text.Folding;

/** A message that asks several things, parted into its questions; and their answers brought together. */
public final class Parts {
    /** A message has at most so many questions; what is longer is read as one. */
    private static final int MOST = 3;

    private static final int LONGEST = 300;

    /** 「課題は何ですか」 says too little of what it is about. */
    private static final int SHORTEST_ALONE = 12;

    private static final Pattern BETWEEN = Pattern.compile(
            "(?<=[。!?！？\\n])\\s*|[、,]?\\s*(?:それと|それから|あと(?=[、,])|ついでに|\\band also\\b|还有|還有|그리고)[、,]?\\s*"
                    + "|[、,]\\s*あと(?!で)");

    /** 「ほっとネット」 is one thing, and 「入らないと困る」, 「困ったとき」, 「どんなことを」 and 「強みとして」 are no two. */
    private static final String AND =
            "(?<!団体(?=と個人))(?<!個人(?=と団体))(?<!っ|ない|る|[なうのるたい]こ)と(?!き|して|い[うっ]|言|とも|思|聞|書|する|され|な[るっ])";

    /** 「プールやってる」「やめる」 name no two things, nor does 「迷っているのですが、メリットは」. */
    private static final String BETWEEN_ITEMS =
            "(?:" + AND + "、?|(?<!が|けど|けれど|ので|から|たら|て|で|は|に|れば|なら)、|や(?![っりるらめさす]))";

    private static final Pattern WHOM = Pattern.compile("(?:どこ|どちら|誰|だれ|どなた)(?:に|へ|で)");

    private static final Pattern LIST = Pattern.compile("(.{2,40}?" + BETWEEN_ITEMS
            + ".{2,30}?)(?:を|が|は|も)?(?:全部|ぜんぶ|すべて|全て)?(?:教えて|おしえて|知りたい|お願い|ください|\\?).{0,10}");

    private static final Pattern DIFFERENCE = Pattern.compile(
            "(.{2,20}?)" + AND + "[、,]?(.{2,20}?)(?:の|って|とは|とでは|では|は|、)?(?:違い|ちがい|(?:何が|どこが|どう)(?:違|ちが)).{0,12}");

    /** 「教えてください。」 asks for nothing besides what was asked. */
    private static final Pattern REQUEST = Pattern.compile("(?:どうか|どうぞ)?(?:よろしく|宜しく)?(?:教えて|おしえて|お願い|おねがい)[^、?]{0,12}");

    private static final Pattern STATEMENT = Pattern.compile("(?:です|ます|ました|ません|でした)。\\s*$");
    private static final Pattern ASKING =
            Pattern.compile("いつ|どこ|どう|どの|どれ|誰|だれ|何|なに|いくら|いくつ|なぜ|教え|おしえ|知りたい|たいです|ほしい|欲しい|願い|ください|探して");

    private static final Pattern GOES_ON = Pattern.compile(
            "^(?:(?:で|じゃ|では|なら|また|さらに)[、,]?)?(?:そ[のこれうんっ]|こ[のこれうんっ]|あ[のれそ](?!り)|どっち|どちら|ほか|他の|うち|私|わたし)");

    /** 「認知度が低いのはネットワーク？自治会？」 is one question. */
    private static final Pattern RATHER =
            Pattern.compile(".{2,40}[はが][^、。?？はが]{1,12}[?？]\\s*(?:それとも)?[^、。?？はが]{1,12}[?？]");

    private static final String SIDE =
            "(強み|弱み|長所|短所|メリット|デメリット|[良い]いところ|悪いところ|目的|課題|問題点|役割|背景|経緯|現状|今後|将来像|評価|特徴|成果|効果)";

    private static final Pattern SIDES =
            Pattern.compile("(.{2,20})の" + SIDE + "と" + SIDE + "(?:は|って|とは|を|について)?(?:何|なに|教えて|知りたい)?.{0,8}");

    /** 「委員長と副委員長は誰」; 「第1回と第2回はいつ」 are rows of one table. */
    private static final Pattern EACH = Pattern.compile(
            "(?!第?[0-9])(.{2,20}?)" + AND + "[、,]?((?!の).{2,20}?)((?:は|って)(?:誰|だれ|どなた|いつ|どこ|何人|いくつ).{0,10})");

    /** 「練馬区と町田市の担当課は」 */
    private static final Pattern TOWNS =
            Pattern.compile("(\\p{IsHan}{2,4}[市区])と(\\p{IsHan}{1,4}[市区])の((?!違|比|関係|間|境|連携).{2,40})");

    private Parts() {}

    /** The sentences in order; one where it is not worth parting. */
    public static List<String> of(String text) {
        if (text.length() > LONGEST || RATHER.matcher(text).matches()) return List.of(text);
        List<String> parts = BETWEEN.splitAsStream(Folding.width(text))
                .map(String::strip)
                .filter(part -> part.codePoints().anyMatch(Character::isLetterOrDigit))
                .filter(part -> !REQUEST.matcher(part).matches())
                .toList();
        return parts.size() < 2 || parts.size() > 2 * MOST ? List.of(text) : parts;
    }

    /** 「商店をやっています。」 tells about somebody, whatever it speaks of. */
    public static boolean isStatement(String part) {
        return STATEMENT.matcher(part).find() && !ASKING.matcher(part).find();
    }

    /**
     * The sentence that asks, where the others only tell something: 「授業で発表します。」 Empty where none or several ask, or
     * where it goes on from the others: 「そこの団体は」.
     */
    public static Optional<String> asking(String text) {
        List<String> parts = of(text);
        List<String> asking = parts.stream()
                .filter(part -> Wording.isAsking(part) && !isStatement(part))
                .toList();
        if (parts.size() < 2 || asking.size() != 1) return Optional.empty();
        return Optional.of(asking.getFirst())
                .filter(one ->
                        one.length() >= SHORTEST_ALONE && !GOES_ON.matcher(one).find());
    }

    /** 「参加方法と会費と連絡先を教えて」: the things asked for, one where they are no list. */
    public static List<String> items(String text) {
        Matcher list = LIST.matcher(Folding.width(text).strip());
        if (!list.matches()) return List.of(text);
        List<String> items = List.of(list.group(1).split(BETWEEN_ITEMS));
        return items.size() > MOST ? List.of(text) : items;
    }

    /**
     * 「地縁型とテーマ型の違いは？」: what each of the two is. 「自治会の強みと弱み」, 「委員長と副委員長は誰」: each of the two. None
     * where no two are told apart.
     */
    public static List<String> difference(String text) {
        String folded = Folding.width(text).strip();
        Matcher sides = SIDES.matcher(folded);
        if (sides.matches()) {
            String of = sides.group(1) + "の";
            return List.of(of + sides.group(2), of + sides.group(3));
        }
        Matcher two = DIFFERENCE.matcher(folded);
        if (two.matches()) return List.of(two.group(1) + "とは", two.group(2) + "とは");
        Matcher towns = TOWNS.matcher(folded);
        if (towns.matches()) {
            return List.of(towns.group(1) + "の" + towns.group(3), towns.group(2) + "の" + towns.group(3));
        }
        Matcher each = EACH.matcher(folded);
        return each.matches() ? List.of(each.group(1) + each.group(3), each.group(2) + each.group(3)) : List.of();
    }

    /** One answer of several, in their order; of those that are known, each statement keeps its source. */
    public static Answer together(List<Answer> answers) {
        List<Answer> different = withoutRepetition(answers.stream().distinct().toList());
        if (different.size() == 1) return different.getFirst();
        var messages = new ArrayList<Message>();
        var sources = new ArrayList<Source>();
        var choices = new ArrayList<Choice>();
        var passages = new ArrayList<String>();
        for (Answer answer : different) {
            switch (answer) {
                case Answer.Cited cited -> {
                    messages.addAll(cited.messages());
                    sources.addAll(cited.sources());
                    choices.addAll(cited.choices());
                    passages.addAll(cited.passages());
                }
                case Answer.NotKnown(var topic, var reason, var words, var offered) -> {
                    messages.add(new Message.Text(words));
                    choices.addAll(offered);
                }
                case Answer.Ask(var topic, var question, var offered) -> {
                    messages.add(new Message.Text(question));
                    choices.addAll(0, offered);
                }
                case Answer.Talk(var topic, var words, var offered) -> messages.add(new Message.Text(words));
                case Answer.Urgent urgent -> messages.addFirst(new Message.Text(urgent.words()));
            }
        }
        List<Choice> offered = choices.stream().distinct().toList();
        return different.stream()
                .filter(Answer.Cited.class::isInstance)
                .findFirst()
                .<Answer>map(
                        first -> new Answer.Cited(((Answer.Cited) first).topic(), messages, sources, offered, passages))
                .orElseGet(() -> uncited(different, messages, offered));
    }

    /**
     * 「どこに言えばいいですか」, after what is of another field: whom to ask about that is not the office that we name.
     *
     * @param answers to what was asked before it
     */
    public static boolean asksWhomElsewhere(String question, List<Answer> answers) {
        return !answers.isEmpty()
                && WHOM.matcher(question).find()
                && answers.getLast() instanceof Answer.NotKnown unknown
                && unknown.reason() == Answer.NotKnown.Reason.OUT_OF_SCOPE;
    }

    /** Without what says nothing that an answer before it does not say; its sources go with that one. */
    private static List<Answer> withoutRepetition(List<Answer> answers) {
        var different = new ArrayList<Answer>();
        for (Answer answer : answers) {
            OptionalInt same = answer instanceof Answer.Cited cited ? saying(cited, different) : OptionalInt.empty();
            if (same.isPresent()) {
                different.set(
                        same.getAsInt(), both((Answer.Cited) different.get(same.getAsInt()), (Answer.Cited) answer));
            } else {
                different.add(answer);
            }
        }
        return different.stream().limit(MOST).toList();
    }

    private static OptionalInt saying(Answer.Cited cited, List<Answer> before) {
        return IntStream.range(0, before.size())
                .filter(at -> before.get(at) instanceof Answer.Cited other && says(other, cited))
                .findFirst();
    }

    private static Answer both(Answer.Cited told, Answer.Cited same) {
        return new Answer.Cited(
                told.topic(),
                told.messages(),
                Stream.of(told, same)
                        .flatMap(each -> each.sources().stream())
                        .distinct()
                        .toList(),
                Stream.of(told, same)
                        .flatMap(each -> each.choices().stream())
                        .distinct()
                        .toList(),
                Stream.of(told, same)
                        .flatMap(each -> each.passages().stream())
                        .distinct()
                        .toList());
    }

    private static boolean says(Answer.Cited one, Answer.Cited other) {
        List<String> lines = lines(one).toList();
        return lines(other).allMatch(lines::contains);
    }

    private static Stream<String> lines(Answer.Cited answer) {
        return answer.messages().stream().map(Message::plainText).flatMap(String::lines);
    }

    private static Answer uncited(List<Answer> answers, List<Message> messages, List<Choice> choices) {
        String words = messages.stream().map(Message::plainText).distinct().collect(Collectors.joining("\n"));
        return answers.stream()
                .filter(answer -> answer instanceof Answer.Ask || answer instanceof Answer.NotKnown)
                .findFirst()
                .<Answer>map(first -> switch (first) {
                    case Answer.Ask ask -> new Answer.Ask(ask.topic(), words, choices);
                    case Answer.NotKnown unknown ->
                        new Answer.NotKnown(unknown.topic(), unknown.reason(), words, choices);
                    default -> first;
                })
                .orElse(answers.getFirst());
    }
}
