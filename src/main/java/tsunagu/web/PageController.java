package tsunagu.web;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import tsunagu.conversation.ConversationId;
import tsunagu.conversation.Reply;
import tsunagu.conversation.Utterance;
import tsunagu.web.page.ChatPage;
import tsunagu.web.page.PageRenderer;
import tsunagu.web.page.PageTexts;
import tsunagu.web.page.PageWords;
import tsunagu.web.page.Turn;
import tsunagu.web.problem.Refusal;
import tsunagu.web.problem.Refusal.Reason;

/**
 * The chat page. A form that htmx sent gets the new exchange alone; without JavaScript the whole page comes back with
 * it. The conversation's id travels in the forms, so that no cookie is needed and a new page is a new talk.
 */
@Controller("/")
@Produces(PageRenderer.HTML)
final class PageController {

    private final PageTexts texts;
    private final PageRenderer renderer;
    private final Turns turns;

    PageController(PageTexts texts, PageRenderer renderer, Turns turns) {
        this.texts = texts;
        this.renderer = renderer;
        this.turns = turns;
    }

    @Get
    HttpResponse<String> empty(HttpRequest<?> request, @Nullable @QueryValue String lang) {
        var visitor = visitor(request, lang);
        String html = renderer.page(page(visitor, ConversationId.random(), Optional.empty(), Optional.empty(), ""));
        return answer(HttpStatus.OK, html, "private, no-cache");
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<String> ask(
            HttpRequest<?> request,
            @Nullable @Body("conversation") String conversation,
            @Nullable @Body("lang") String lang,
            @Nullable @Body("text") String text) {
        var visitor = visitor(request, lang);
        try {
            Utterance utterance =
                    UtteranceReader.read(conversation, text, visitor.chosen().orElse(null));
            return answer(HttpStatus.OK, exchange(visitor, utterance), "no-store");
        } catch (Refusal refusal) {
            String html = refused(visitor, refusal, conversation, text);
            return answer(refusal.reason().status(), html, "no-store");
        }
    }

    private String exchange(Visitor visitor, Utterance utterance) {
        Reply reply = turns.reply(utterance);
        ConversationId conversation = utterance.conversation();
        PageWords words = texts.find(reply.languageTag()).orElse(visitor.words());
        var turn = new Turn(words, conversation.value(), visitor.chosen(), utterance.text(), reply);
        return visitor.fragment()
                ? renderer.turn(turn)
                : renderer.page(page(visitor, conversation, Optional.of(turn), Optional.empty(), ""));
    }

    private String refused(Visitor visitor, Refusal refusal, @Nullable String conversation, @Nullable String text) {
        var problem = visitor.words().problem(refusal.reason().key(), refusal.details());
        if (visitor.fragment()) return renderer.notice(problem);
        ConversationId id = refusal.reason() == Reason.CONVERSATION_INVALID
                ? ConversationId.random()
                : UtteranceReader.conversation(conversation);
        return renderer.page(page(visitor, id, Optional.empty(), Optional.of(problem), text == null ? "" : text));
    }

    private ChatPage page(
            Visitor visitor,
            ConversationId conversation,
            Optional<Turn> turn,
            Optional<PageWords.Problem> notice,
            String draft) {
        return new ChatPage(
                visitor.words(), texts.listLanguages(), conversation.value(), visitor.chosen(), turn, notice, draft);
    }

    private static HttpResponse<String> answer(HttpStatus status, String html, String caching) {
        return HttpResponse.<String>status(status)
                .body(html)
                .contentType(PageRenderer.HTML)
                .header(HttpHeaders.CACHE_CONTROL, caching)
                .header(HttpHeaders.VARY, "Accept-Language, HX-Request");
    }

    private Visitor visitor(HttpRequest<?> request, @Nullable String lang) {
        Optional<String> chosen = Optional.ofNullable(lang).flatMap(texts::find).map(PageWords::tag);
        Optional<String> preferred = request.getHeaders().findFirst(HttpHeaders.ACCEPT_LANGUAGE);
        boolean fragment = request.getHeaders().contains("HX-Request");
        return new Visitor(texts.choose(chosen, preferred), chosen, fragment);
    }

    /** Who looks at the page: in which language, asked for or preferred, and whether htmx fetches a part of it. */
    private record Visitor(PageWords words, Optional<String> chosen, boolean fragment) {}
}
