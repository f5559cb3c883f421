package tsunagu.library;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tsunagu.documents.DocumentId;
import tsunagu.documents.DocumentLibrary;
import tsunagu.library.entry.Holding;
import tsunagu.library.entry.Holdings;
import tsunagu.library.entry.StoredFile;
import tsunagu.library.reading.FileKind;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Member;
import tsunagu.staff.Role;
import tsunagu.tables.TextOfFile;

/** The originals that citations lead to: to everybody those residents are told from, to staff those they work on. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class OriginalController {
    /** A page that somebody uploaded shows what it says, and runs nothing. */
    private static final String HARMLESS = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private static final String TEXT = "text/plain;charset=utf-8";

    private final Holdings holdings;
    private final DocumentLibrary library;

    OriginalController(Holdings holdings, DocumentLibrary library) {
        this.holdings = holdings;
        this.library = library;
    }

    /** With {@code #page=3} behind it a browser opens a PDF at that page. */
    @Get(value = "/documents/{id}/original", produces = MediaType.ALL)
    HttpResponse<byte[]> original(String id) {
        var document = new DocumentId(id);
        if (library.isSeed(document)) return file(library.getText(document).getBytes(StandardCharsets.UTF_8), TEXT);
        return Holding.number(document)
                .flatMap(holdings::findLive)
                .flatMap(this::file)
                .orElseGet(HttpResponse::notFound);
    }

    /** The newest version's, also of drafts. */
    @Get(value = LibraryMenu.LIST + "/{id}/original", produces = MediaType.ALL)
    @AtLeast(Role.VIEWER)
    HttpResponse<byte[]> original(Member member, long id) {
        return holdings.find(id, member).flatMap(this::file).orElseGet(HttpResponse::notFound);
    }

    private Optional<HttpResponse<byte[]>> file(Holding holding) {
        StoredFile stored = holding.file();
        return holdings.findOriginal(stored.original())
                .map(bytes -> switch (stored.kind()) {
                    case PDF -> file(bytes, FileKind.PDF.mediaType());
                    case HTML -> file(bytes, FileKind.HTML.mediaType()).header("Content-Security-Policy", HARMLESS);
                    case MARKDOWN, TEXT ->
                        file(
                                TextOfFile.find(bytes)
                                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                                        .orElse(bytes),
                                TEXT);
                })
                .map(response -> response.header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"" + holding.documentId() + "."
                                + stored.kind().extension() + "\""));
    }

    private static MutableHttpResponse<byte[]> file(byte[] bytes, String type) {
        return HttpResponse.ok(bytes).contentType(MediaType.of(type)).header(HttpHeaders.CACHE_CONTROL, "no-cache");
    }
}
