package tsunagu.console.directory;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose token does not prove to be the directory's, for this browser, is led back to the page it all began on. */
@ServerFilter("/oauth/callback/**")
@Requires(property = StaffDirectory.CLIENT + ".client-id")
final class DirectoryFailures {
    private static final Logger log = LoggerFactory.getLogger(DirectoryFailures.class);

    /** The framework's answer would be an empty page. */
    @ResponseFilter
    HttpResponse<?> leadBack(HttpResponse<?> response) {
        if (response.status() != HttpStatus.UNAUTHORIZED) return response;
        log.warn("A sign-in by the directory was refused: its answer did not prove to be the directory's");
        return HttpResponse.seeOther(URI.create(DirectorySignIn.FAILED));
    }
}
