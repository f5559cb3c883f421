package tsunagu.line.menu;

import com.linecorp.bot.client.base.UploadFile;
import com.linecorp.bot.messaging.client.MessagingApiClient;
import com.linecorp.bot.messaging.model.PostbackAction;
import com.linecorp.bot.messaging.model.RichMenuArea;
import com.linecorp.bot.messaging.model.RichMenuBounds;
import com.linecorp.bot.messaging.model.RichMenuIdResponse;
import com.linecorp.bot.messaging.model.RichMenuListResponse;
import com.linecorp.bot.messaging.model.RichMenuRequest;
import com.linecorp.bot.messaging.model.RichMenuResponse;
import com.linecorp.bot.messaging.model.RichMenuSize;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import tsunagu.line.api.Account;
import tsunagu.line.api.LineClients;
import tsunagu.line.api.Outcome;

/** Brings the menu to an account and takes away the one that we put there before. */
@Singleton
public class MenuInstaller {
    /** What our menus are called in LINE, where others made by hand stand beside them. */
    static final String NAME = "tsunagu-menu-";

    /** A picture takes longer than a reply. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LineClients clients;
    private final Menu menu;
    private final Clock clock;

    MenuInstaller(LineClients clients, Menu menu, Clock clock) {
        this.clients = clients;
        this.menu = menu;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Installation {

        /** @param removed how many of our older menus went */
        record Done(int removed) implements Installation {}

        /** Residents see what they saw before. */
        record Failed(Step step, Outcome<?> outcome) implements Installation {}
    }

    /** In this order; the menu before is there until the new one is. */
    public enum Step {
        CREATE,
        PICTURE,
        SHOW,
        REMOVE
    }

    public Installation install(Account account, byte[] picture) {
        MessagingApiClient api = clients.api(account);
        Outcome<RichMenuIdResponse> created = Outcome.of(api.createRichMenu(request()), PATIENCE);
        if (!(created instanceof Outcome.Done<RichMenuIdResponse>(var response))) {
            return new Installation.Failed(Step.CREATE, created);
        }
        String id = response.richMenuId();
        var file = UploadFile.fromByteArray(picture, "image/png");
        Outcome<Void> uploaded = Outcome.of(clients.blobs(account).setRichMenuImage(id, file), PATIENCE);
        if (!(uploaded instanceof Outcome.Done<Void>)) return undo(api, id, Step.PICTURE, uploaded);
        Outcome<Void> shown = Outcome.of(api.setDefaultRichMenu(id), PATIENCE);
        if (!(shown instanceof Outcome.Done<Void>)) return undo(api, id, Step.SHOW, shown);
        return removeOthers(api, id);
    }

    private static Installation undo(MessagingApiClient api, String id, Step step, Outcome<?> outcome) {
        Outcome.of(api.deleteRichMenu(id), PATIENCE);
        return new Installation.Failed(step, outcome);
    }

    private static Installation removeOthers(MessagingApiClient api, String id) {
        Outcome<RichMenuListResponse> listed = Outcome.of(api.getRichMenuList(), PATIENCE);
        if (!(listed instanceof Outcome.Done<RichMenuListResponse>(var menus))) {
            return new Installation.Failed(Step.REMOVE, listed);
        }
        List<String> others = menus.richmenus().stream()
                .filter(other -> other.name().startsWith(NAME))
                .map(RichMenuResponse::richMenuId)
                .filter(other -> !other.equals(id))
                .toList();
        for (String other : others) {
            Outcome<Void> removed = Outcome.of(api.deleteRichMenu(other), PATIENCE);
            if (!(removed instanceof Outcome.Done<Void>)) return new Installation.Failed(Step.REMOVE, removed);
        }
        return new Installation.Done(others.size());
    }

    private RichMenuRequest request() {
        var size = new RichMenuSize((long) MenuPicture.WIDTH, (long) MenuPicture.HEIGHT);
        List<RichMenuArea> areas =
                IntStream.range(0, Menu.TILES).mapToObj(this::area).toList();
        return new RichMenuRequest(size, true, NAME + clock.instant(), menu.bar(), areas);
    }

    private RichMenuArea area(int index) {
        Tile tile = menu.tiles().get(index);
        int left = MenuPicture.left(index);
        int top = MenuPicture.top(index);
        var bounds = new RichMenuBounds(
                (long) left,
                (long) top,
                (long) MenuPicture.right(index) - left,
                (long) MenuPicture.bottom(index) - top);
        // The label is what a screen reader says.
        var action = new PostbackAction.Builder()
                .label(tile.words())
                .data(tile.data())
                .displayText(tile.says())
                .build();
        return new RichMenuArea(bounds, action);
    }
}
