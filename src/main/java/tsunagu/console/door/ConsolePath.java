package tsunagu.console.door;

import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import java.util.Optional;

/** Which requests are for the staff side. */
final class ConsolePath {
    static final String ROOT = "/console";
    static final String SIGN_IN = ROOT + "/sign-in";

    private ConsolePath() {}

    /** By what was asked for, and by what would answer, so that no way of writing an address slips past. */
    static boolean leadsHere(HttpRequest<?> request) {
        return isBelow(request.getPath())
                || findRoute(request)
                        .filter(UriRouteMatch.class::isInstance)
                        .map(route -> ((UriRouteMatch<?, ?>) route)
                                .getRouteInfo()
                                .getUriMatchTemplate()
                                .toString())
                        .filter(ConsolePath::isBelow)
                        .isPresent();
    }

    static Optional<MethodBasedRouteMatch<?, ?>> findRoute(HttpRequest<?> request) {
        return RouteAttributes.getRouteMatch(request)
                .filter(MethodBasedRouteMatch.class::isInstance)
                .map(route -> (MethodBasedRouteMatch<?, ?>) route);
    }

    private static boolean isBelow(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }
}
