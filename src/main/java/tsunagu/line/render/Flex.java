package tsunagu.line.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.linecorp.bot.jackson.ModelObjectMapper;
import com.linecorp.bot.messaging.model.FlexBubble;
import com.linecorp.bot.messaging.model.FlexCarousel;
import com.linecorp.bot.messaging.model.FlexContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tsunagu.message.Message.Card;
import tsunagu.message.Message.Line;

/** As many cards as LINE takes in one message: one as a bubble, several side by side. */
final class Flex {
    static final int MAX_BUBBLES = 12;
    static final int MAX_BUBBLE_BYTES = 30 * 1024;
    static final int MAX_CAROUSEL_BYTES = 50 * 1024;

    /** LINE takes 1500; a notification and the list of chats show far less. */
    private static final int MAX_ALT_UNITS = 400;

    private static final int WRAPPING_BYTES = 64;
    private static final ObjectMapper JSON = ModelObjectMapper.createNewObjectMapper();

    private Flex() {}

    /**
     * Cards in LINE's form.
     *
     * @param container null where no card fits
     * @param shown the cards that are in it
     * @param left those that are not, in their order
     */
    record Cards(FlexContainer container, List<Card> shown, List<Card> left) {

        int count() {
            return shown.size();
        }

        /** What stands in notifications, in the list of chats and read aloud: what the cards are, not "a card". */
        String altText() {
            String words = shown.size() == 1
                    ? sentence(shown.getFirst())
                    : shown.stream()
                            .map(card -> Graphemes.wellFormed(card.title()).strip())
                            .filter(title -> !title.isEmpty())
                            .collect(Collectors.joining("、"));
            String fallback = shown.stream().map(Card::plainText).collect(Collectors.joining(" "));
            String given = words.isBlank() ? Graphemes.wellFormed(fallback).strip() : words;
            return Graphemes.cutSentences(given.replaceAll("\\s+", " "), MAX_ALT_UNITS);
        }

        private static String sentence(Card card) {
            String lines = card.lines().stream()
                    .filter(line -> !line.value().isBlank())
                    .map(Cards::words)
                    .collect(Collectors.joining("、"));
            String title = Graphemes.wellFormed(card.title()).strip();
            if (lines.isEmpty()) return title;
            return title.isEmpty() ? lines : title + "（" + lines + "）";
        }

        private static String words(Line line) {
            String label = Graphemes.wellFormed(line.label()).strip();
            String value = Graphemes.wellFormed(line.value()).strip();
            return label.isEmpty() ? value : label + "：" + value;
        }
    }

    /** @param site as in {@link Bubbles#of} */
    static Cards of(List<Card> cards, String site) {
        var bubbles = new ArrayList<FlexBubble>();
        var shown = new ArrayList<Card>();
        var left = new ArrayList<Card>();
        int bytes = WRAPPING_BYTES;
        for (Card card : cards) {
            Optional<FlexBubble> bubble = Bubbles.of(card, site).filter(one -> bytes(one) <= MAX_BUBBLE_BYTES);
            int size = bubble.map(one -> bytes(one) + 1).orElse(0);
            // Once one is left out all that follow are, so that their order stays.
            boolean fits = bubble.isPresent()
                    && left.isEmpty()
                    && bubbles.size() < MAX_BUBBLES
                    && bytes + size <= MAX_CAROUSEL_BYTES;
            if (fits) {
                bubbles.add(bubble.get());
                shown.add(card);
                bytes += size;
            } else {
                left.add(card);
            }
        }
        return new Cards(container(bubbles), List.copyOf(shown), List.copyOf(left));
    }

    private static FlexContainer container(List<FlexBubble> bubbles) {
        return switch (bubbles.size()) {
            case 0 -> null;
            case 1 -> bubbles.getFirst();
            default -> new FlexCarousel(List.copyOf(bubbles));
        };
    }

    private static int bytes(FlexBubble bubble) {
        try {
            return JSON.writeValueAsBytes(bubble).length;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a bubble cannot be written", e);
        }
    }
}
