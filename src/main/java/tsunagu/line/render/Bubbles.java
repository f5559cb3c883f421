package tsunagu.line.render;

import com.linecorp.bot.messaging.model.FlexBlockStyle;
import com.linecorp.bot.messaging.model.FlexBox;
import com.linecorp.bot.messaging.model.FlexBubble;
import com.linecorp.bot.messaging.model.FlexBubbleStyles;
import com.linecorp.bot.messaging.model.FlexButton;
import com.linecorp.bot.messaging.model.FlexComponent;
import com.linecorp.bot.messaging.model.FlexImage;
import com.linecorp.bot.messaging.model.FlexText;
import com.linecorp.bot.messaging.model.URIAction;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tsunagu.message.Message.Card;
import tsunagu.message.Message.Line;
import tsunagu.message.Message.Link;
import tsunagu.message.Message.Picture;

/**
 * One card as a bubble: its name on dark green, what is known of it in large letters, and below what can be tapped.
 * Letters grow with the size set on the phone.
 */
final class Bubbles {
    private static final int MAX_TITLE_UNITS = 240;
    private static final int MAX_LABEL_UNITS = 120;
    private static final int MAX_VALUE_UNITS = 1200;
    private static final int MAX_LINES = 12;
    private static final int MAX_LINKS = 4;
    private static final int MAX_BUTTON_GRAPHEMES = 40;
    private static final int MAX_BUTTON_UNITS = 160;
    private static final int MAX_URI_UNITS = 1000;
    private static final int MAX_PICTURE_URI_UNITS = 2000;
    private static final int MAX_HEIGHT_BY_WIDTH = 3;
    private static final Set<String> SCHEMES = Set.of("https", "http", "tel", "line");

    /** White on it, and it on white: 8 to 1. */
    private static final String GREEN = "#0B5A43";

    private static final String WHITE = "#FFFFFF";
    private static final String INK = "#1A1A1A";
    private static final String GREY = "#5A5A5A";

    private Bubbles() {}

    /**
     * Empty for a card without a word.
     *
     * @param site where phones find our pictures, without a slash at its end; empty for cards without pictures
     */
    static Optional<FlexBubble> of(Card card, String site) {
        String title = cut(card.title(), MAX_TITLE_UNITS);
        List<FlexComponent> lines = card.lines().stream()
                .filter(line -> !cut(line.value(), MAX_VALUE_UNITS).isEmpty())
                .limit(MAX_LINES)
                .map(Bubbles::line)
                .toList();
        if (title.isEmpty() && lines.isEmpty()) return Optional.empty();
        List<Link> links =
                card.links().stream().filter(Bubbles::isGood).limit(MAX_LINKS).toList();
        var bubble = new FlexBubble.Builder().size(FlexBubble.Size.MEGA);
        if (!title.isEmpty()) bubble.header(header(title));
        card.picture()
                .filter(picture -> isShown(picture, site))
                .ifPresent(picture -> bubble.hero(hero(picture, site, links)));
        if (!lines.isEmpty()) bubble.body(box(lines, "lg", "18px"));
        if (!links.isEmpty()) bubble.footer(footer(links));
        var head = new FlexBlockStyle.Builder().backgroundColor(GREEN).build();
        return Optional.of(
                bubble.styles(new FlexBubbleStyles.Builder().header(head).build())
                        .build());
    }

    /** LINE loads pictures itself, by https alone, and takes none that is more than three times as high as wide. */
    private static boolean isShown(Picture picture, String site) {
        return site.startsWith("https://")
                && picture.width() > 0
                && picture.height() > 0
                && picture.height() <= MAX_HEIGHT_BY_WIDTH * picture.width()
                && site.length() + picture.path().length() <= MAX_PICTURE_URI_UNITS;
    }

    private static FlexImage hero(Picture picture, String site, List<Link> links) {
        var hero = new FlexImage.Builder(URI.create(site + picture.path()))
                .size("full")
                .aspectRatio(picture.width() + ":" + picture.height())
                .aspectMode(FlexImage.AspectMode.FIT)
                .backgroundColor(WHITE);
        links.stream().findFirst().ifPresent(link -> hero.action(action(link)));
        return hero.build();
    }

    private static URIAction action(Link link) {
        String label = Graphemes.cutLabel(cut(link.label(), MAX_BUTTON_UNITS), MAX_BUTTON_GRAPHEMES);
        return new URIAction(label, plain(link.uri()), null);
    }

    private static FlexBox header(String title) {
        return box(List.of(text(title, "lg", WHITE, FlexText.Weight.BOLD)), null, "18px");
    }

    private static FlexComponent line(Line line) {
        String label = cut(line.label(), MAX_LABEL_UNITS);
        FlexText value = text(cut(line.value(), MAX_VALUE_UNITS), "md", INK, FlexText.Weight.REGULAR);
        if (label.isEmpty()) return value;
        return box(List.of(text(label, "sm", GREY, FlexText.Weight.REGULAR), value), "xs", null);
    }

    private static FlexBox footer(List<Link> links) {
        List<FlexComponent> buttons = IntStream.range(0, links.size())
                .mapToObj(i -> (FlexComponent) button(links.get(i), i == 0))
                .toList();
        return box(buttons, "sm", "14px");
    }

    private static FlexButton button(Link link, boolean first) {
        return new FlexButton.Builder(action(link))
                .style(first ? FlexButton.Style.PRIMARY : FlexButton.Style.LINK)
                .color(GREEN)
                .height(FlexButton.Height.MD)
                .adjustMode(FlexButton.AdjustMode.SHRINK_TO_FIT)
                .scaling(true)
                .build();
    }

    private static boolean isGood(Link link) {
        URI uri = link.uri();
        return !cut(link.label(), MAX_BUTTON_UNITS).isEmpty()
                && uri.getScheme() != null
                && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                && plain(uri).toString().length() <= MAX_URI_UNITS;
    }

    /** A kanji in an address becomes the nine letters that LINE counts. */
    private static URI plain(URI uri) {
        return URI.create(uri.toASCIIString());
    }

    private static FlexText text(String words, String size, String color, FlexText.Weight weight) {
        return new FlexText.Builder()
                .text(words)
                .size(size)
                .color(color)
                .weight(weight)
                .wrap(true)
                .scaling(true)
                .build();
    }

    private static FlexBox box(List<FlexComponent> contents, String spacing, String padding) {
        return new FlexBox.Builder(FlexBox.Layout.VERTICAL, contents)
                .spacing(spacing)
                .paddingAll(padding)
                .build();
    }

    private static String cut(String text, int units) {
        return Graphemes.cutSentences(Graphemes.wellFormed(text).strip(), units);
    }
}
