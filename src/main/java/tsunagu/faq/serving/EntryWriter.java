package tsunagu.faq.serving;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tsunagu.areas.Area;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.documents.Citation;
import tsunagu.documents.DocumentId;
import tsunagu.documents.DocumentLibrary;
import tsunagu.faq.entry.Content;
import tsunagu.faq.entry.Faq;
import tsunagu.knowledge.Entry;

/** An entry as the knowledge takes it, with the place in the documents that its source names. */
@Singleton
final class EntryWriter {
    private final DocumentLibrary library;
    private final Municipalities municipalities;
    private final Clock clock;
    private final Map<Place, Optional<Citation>> places = new ConcurrentHashMap<>();

    private record Place(String document, String words) {}

    EntryWriter(DocumentLibrary library, Municipalities municipalities, Clock clock) {
        this.library = library;
        this.municipalities = municipalities;
        this.clock = clock;
    }

    Entry write(Faq.Live live) {
        return write(live.id(), live.municipality(), live.content(), live.approvedAt(), live.until());
    }

    /** As it would be told were it published now. */
    Entry tried(long id, String municipality, Content content) {
        Optional<Instant> until =
                content.expireAt().map(end -> end.atZone(clock.getZone()).toInstant());
        return write(id, municipality, content, Optional.empty(), until);
    }

    private Entry write(
            long id, String municipality, Content content, Optional<Instant> approvedAt, Optional<Instant> until) {
        Instant approved = approvedAt.orElseGet(clock::instant);
        return new Entry(
                Long.toString(id),
                municipality,
                content.allWordings(),
                about(municipality, content),
                content.told(),
                origin(content.origin(), approved),
                approved,
                until);
    }

    private List<String> about(String id, Content content) {
        var about = new ArrayList<String>(content.tags());
        Optional<Municipality> municipality = municipalities.findMunicipality(new MunicipalityId(id));
        municipality.map(Municipality::name).ifPresent(about::add);
        municipality.stream()
                .flatMap(one -> one.areas().stream())
                .filter(area -> area.id().toString().equals(content.area()))
                .map(Area::name)
                .forEach(about::add);
        return about;
    }

    private Entry.Origin origin(Content.Origin origin, Instant approved) {
        LocalDate day = LocalDate.ofInstant(approved, clock.getZone());
        if (!origin.page().isEmpty()) {
            return new Entry.Origin.OnPage(
                    origin.page(), publisher(origin.address()), origin.seen().orElse(day));
        }
        return places.computeIfAbsent(new Place(origin.document(), origin.place()), this::cite)
                .<Entry.Origin>map(Entry.Origin.InDocument::new)
                .orElseGet(() -> new Entry.Origin.Own(day));
    }

    private static String publisher(String address) {
        return address.replaceFirst("^https?://([^/]*).*$", "$1");
    }

    /** Empty where the document is no longer there, or none was named. */
    private Optional<Citation> cite(Place place) {
        var id = new DocumentId(place.document());
        return library.findDocument(id)
                .map(document -> place.words().isEmpty()
                        ? new Citation(document, List.of(), "")
                        : library.findQuote(id, place.words()).orElseGet(() -> new Citation(document, List.of(), "")));
    }

    /** Whether a document is there and has these words. */
    boolean knows(String document, String words) {
        var id = new DocumentId(document);
        return library.findDocument(id).isPresent()
                && (words.isEmpty() || library.findQuote(id, words).isPresent());
    }

    LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
