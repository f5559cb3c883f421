package tsunagu.console.door;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tsunagu.console.wording.Jurisdictions;
import tsunagu.staff.Member;
import tsunagu.staff.MenuEntry;
import tsunagu.staff.Shell;
import tsunagu.staff.SignIns;
import tsunagu.staff.SignIns.SignedIn;

/** Gives a controller the {@link Shell} of the page it is asked for. */
@Singleton
class ShellBinder implements TypedRequestArgumentBinder<Shell> {
    private final Visits visits;
    private final Jurisdictions jurisdictions;
    private final List<MenuEntry> menu;

    ShellBinder(Visits visits, Jurisdictions jurisdictions, List<MenuEntry> menu) {
        this.visits = visits;
        this.jurisdictions = jurisdictions;
        this.menu =
                menu.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
    }

    @Override
    public Argument<Shell> argumentType() {
        return Argument.of(Shell.class);
    }

    @Override
    public BindingResult<Shell> bind(ArgumentConversionContext<Shell> context, HttpRequest<?> request) {
        Shell shell = shell(request);
        return () -> Optional.of(shell);
    }

    Shell shell(HttpRequest<?> request) {
        Optional<SignedIn> signedIn = SignInFetcher.findSignedIn(request);
        Optional<Member> member = signedIn.map(SignedIn::member);
        return new Shell(
                member,
                member.map(one -> jurisdictions.name(one.municipality())).orElse(""),
                request.getPath(),
                SignIns.formToken(visits.tokenOf(request)),
                menu.stream()
                        .filter(entry ->
                                member.filter(one -> one.may(entry.atLeast())).isPresent())
                        .toList(),
                signedIn.flatMap(SignedIn::flash),
                signedIn.map(SignedIn::session));
    }
}
