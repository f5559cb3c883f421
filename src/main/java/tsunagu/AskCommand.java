package tsunagu;

import io.micronaut.context.annotation.Value;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tsunagu.conversation.ConversationId;
import tsunagu.conversation.Conversations;
import tsunagu.conversation.Reply;
import tsunagu.conversation.Utterance;
import tsunagu.knowledge.Explanation;
import tsunagu.knowledge.Knowledge;
import tsunagu.knowledge.Scope;
import tsunagu.text.Language;
import tsunagu.web.ChatAnswer;

/** {@code ask "…" ["…"]}: answers what is asked; several questions are one conversation. */
@Command(name = "ask", header = "質問に答えます。いくつか並べると、一つの会話として順に答えます。", synopsisHeading = "使い方: ", optionListHeading = "%n")
@Singleton
public final class AskCommand implements Callable<Integer> {
    private final Conversations conversations;
    private final Knowledge knowledge;
    private final ObjectMapper json;
    private final String municipality;

    @Parameters(arity = "1..*", paramLabel = "質問", description = "例: \"青嵐中の近くです\" \"そこに入るには？\"")
    private List<String> questions;

    @Option(names = "--json", description = "POST /api/chat と同じ形で、一問を一行に出します。")
    private boolean asJson;

    @Option(names = "--why", description = "読み取った言葉、言い換え、候補とその点数も見せます。")
    private boolean why;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "この説明を見せます。")
    private boolean help;

    AskCommand(
            Conversations conversations,
            Knowledge knowledge,
            ObjectMapper json,
            @Value("${tsunagu.municipality}") String municipality) {
        this.knowledge = knowledge;
        this.municipality = municipality;
        this.conversations = conversations;
        this.json = json;
    }

    @Override
    public Integer call() throws IOException {
        ConversationId conversation = ConversationId.random();
        for (String question : questions) {
            Reply reply = conversations.reply(
                    new Utterance(conversation, question, Optional.empty(), Optional.<Language>empty()));
            System.out.println(
                    asJson ? json.writeValueAsString(ChatAnswer.of(conversation, reply)) : shown(question, reply));
            if (why) System.out.println(shown(knowledge.explain(question, Scope.preferring(municipality))));
        }
        return 0;
    }

    private String shown(String question, Reply reply) {
        var lines = new ArrayList<String>();
        if (questions.size() > 1) lines.add("> " + question);
        lines.add(reply.plainText());
        reply.sources().stream()
                .filter(source -> !source.quote().isEmpty())
                .map(source -> "  「" + source.quote().replaceAll("\\s+", " ") + "」")
                .distinct()
                .forEach(lines::add);
        if (!reply.choices().isEmpty()) {
            lines.add(String.join(
                    " ",
                    reply.choices().stream()
                            .map(choice -> "[" + choice.label() + "]")
                            .toList()));
        }
        if (questions.size() > 1) lines.add("");
        return String.join("\n", lines);
    }

    private static String shown(Explanation why) {
        var lines = new ArrayList<String>();
        lines.add("  言葉: "
                + why.words().stream()
                        .map(word -> "%s(%.1f%s)".formatted(word.term(), word.weight(), word.known() ? "" : " 未知"))
                        .collect(Collectors.joining(" ")));
        why.otherNames().forEach(names -> lines.add("  言い換え: " + names.said() + " = " + names.others()));
        lines.add("  当てはまり 検索点 割合(%.2f以上) 候補".formatted(why.leastCoverage()));
        why.considered()
                .forEach(each -> lines.add("  %.2f %.2f %.2f %s %s"
                        .formatted(
                                each.fit(),
                                each.score(),
                                each.coverage(),
                                each.title(),
                                each.objection().orElse("○"))));
        return String.join("\n", lines);
    }
}
