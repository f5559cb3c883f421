package tsunagu.console.door;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import tsunagu.staff.Member;
import tsunagu.staff.SignIns.SignedIn;

/** Gives a controller the {@link Member} who is signed in. */
@Singleton
final class MemberBinder implements TypedRequestArgumentBinder<Member> {

    @Override
    public Argument<Member> argumentType() {
        return Argument.of(Member.class);
    }

    @Override
    public BindingResult<Member> bind(ArgumentConversionContext<Member> context, HttpRequest<?> request) {
        return () -> SignInFetcher.findSignedIn(request).map(SignedIn::member);
    }
}
