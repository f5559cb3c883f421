package tsunagu.web;

import java.net.URI;
import java.util.List;
import tsunagu.conversation.Reply;
import tsunagu.conversation.Reply.Outcome;
import tsunagu.conversation.Utterance;
import tsunagu.message.Choice;
import tsunagu.message.Message;
import tsunagu.message.Source;
import tsunagu.message.Topic;

/** Replies with everything a page has to show, picked by what the question holds. */
final class SampleReplies {
    static final String QUOTE = "北東部　青嵐中、明保中";

    private static final Source REPORT = new Source(
            "nishitokyo-report-2025", "地域コミュニティあり方検討委員会報告書(案)", "西東京市", "2025-12-23", "地域協力ネットワークと学校区域", QUOTE);
    private static final Source LETTER =
            new Source("nishitokyo-letter-17", "地域い〜な通信 第17号", "西東京市 協働コミュニティ課", "発行日なし（2022年ごろ）", "", "");

    private SampleReplies() {}

    static Reply to(Utterance utterance) {
        String text = utterance.text();
        if (text.contains("こわれる")) throw new IllegalStateException("could not handle: " + text);
        if (text.contains("青嵐中")) return area();
        if (text.contains("How")) return english();
        if (text.contains("長い名前")) return longWords();
        if (text.contains("急病")) return plain(Topic.URGENT, Outcome.URGENT, "すぐに119へ電話してください。");
        if (text.contains("宇宙")) return notKnown();
        return plain(Topic.SMALLTALK, Outcome.CHAT, "「" + text + "」と言いましたね。");
    }

    static Reply area() {
        return new Reply(
                Topic.AREA,
                Outcome.ANSWERED,
                List.of(
                        new Message.Text("青嵐中学校の通学区域は、北東部地域協力ネットワーク（ほくっとネット）の地域です。\n" + "だれでも、気が向いたときに参加できます。"),
                        new Message.Card(
                                "北東部地域協力ネットワーク（ほくっとネット）",
                                List.of(
                                        new Message.Line("学校", "青嵐中、明保中\n保谷第一小、碧山小、栄小、東小"),
                                        new Message.Line("設立", "令和5年2月（2023年2月）"),
                                        new Message.Line("問い合わせ", "協働コミュニティ課"),
                                        new Message.Line("電話", "042-420-2821")),
                                List.of(
                                        new Message.Link("電話する", URI.create("tel:0424202821")),
                                        new Message.Link("市のページ", URI.create("https://www.example.jp/network")),
                                        new Message.Link("わな", URI.create("javascript:alert(1)"))))),
                List.of(
                        new Choice("今度の行事は？", "北東部の今度の行事は？"),
                        new Choice("参加のしかた", "ほくっとネットに参加するには？"),
                        new Choice("だれに聞けばいい？")),
                List.of(REPORT, LETTER),
                "出典",
                "ja");
    }

    private static Reply english() {
        return new Reply(
                Topic.JOIN,
                Outcome.ANSWERED,
                List.of(new Message.Text("Anyone can take part. Please call the city office first.")),
                List.of(new Choice("Whom can I ask?")),
                List.of(REPORT),
                "Sources",
                "en");
    }

    private static Reply longWords() {
        return new Reply(
                Topic.GROUPS,
                Outcome.ANSWERED,
                List.of(new Message.Card(
                        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
                        List.of(new Message.Line(
                                "とてもとても長い見出しのことば", "https://www.example.jp/" + "abcdefghij".repeat(12))),
                        List.of(new Message.Link("L".repeat(80), URI.create("tel:0000"))))),
                List.of(new Choice("a".repeat(20), "a")),
                List.of(REPORT),
                "出典",
                "ja");
    }

    private static Reply notKnown() {
        return new Reply(
                Topic.OTHER,
                Outcome.NOT_KNOWN,
                List.of(new Message.Text("すみません、手元の資料には見つかりませんでした。\n協働コミュニティ課（042-420-2821）におたずねください。")),
                List.of(new Choice("どうやって参加するの？")),
                List.of(),
                "出典",
                "ja");
    }

    private static Reply plain(Topic topic, Outcome outcome, String text) {
        return new Reply(topic, outcome, List.of(new Message.Text(text)), List.of(), List.of(), "出典", "ja");
    }
}
