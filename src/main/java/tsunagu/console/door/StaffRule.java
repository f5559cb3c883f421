package tsunagu.console.door;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.security.rules.SensitiveEndpointRule;
import io.micronaut.web.router.MethodBasedRouteMatch;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import tsunagu.staff.AtLeast;
import tsunagu.staff.Role;
import tsunagu.staff.WithoutSignIn;

/**
 * Opens a page below {@code /console} to the roles it names, and everything else to everybody. What is not there is
 * told to staff only, so that nobody outside learns which addresses there are.
 */
@Singleton
final class StaffRule implements SecurityRule<HttpRequest<?>> {

    /** After the framework's own about its endpoints. */
    @Override
    public int getOrder() {
        return SensitiveEndpointRule.ORDER + 100;
    }

    @Override
    public Publisher<SecurityRuleResult> check(HttpRequest<?> request, @Nullable Authentication authentication) {
        if (!ConsolePath.leadsHere(request)) return Publishers.just(SecurityRuleResult.ALLOWED);
        boolean allowed = ConsolePath.findRoute(request)
                .map(route -> isOpenTo(authentication, route))
                .orElse(authentication != null);
        return Publishers.just(allowed ? SecurityRuleResult.ALLOWED : SecurityRuleResult.REJECTED);
    }

    private static boolean isOpenTo(@Nullable Authentication authentication, MethodBasedRouteMatch<?, ?> route) {
        if (route.hasAnnotation(WithoutSignIn.class)) return true;
        if (authentication == null) return false;
        return route.enumValue(AtLeast.class, Role.class)
                .flatMap(atLeast -> SignInFetcher.findSignedIn(authentication)
                        .filter(signedIn -> signedIn.member().may(atLeast)))
                .isPresent();
    }
}
