package tsunagu.events;

import jakarta.inject.Singleton;
import tsunagu.events.file.Imports;
import tsunagu.events.store.Events;
import tsunagu.tables.SampleTable;

@Singleton
final class EventSamples implements SampleTable {
    private final Imports imports;
    private final Events events;

    EventSamples(Imports imports, Events events) {
        this.imports = imports;
        this.events = events;
    }

    @Override
    public String file() {
        return "events.csv";
    }

    @Override
    public String what() {
        return "行事";
    }

    @Override
    public int load(byte[] file, String municipality) {
        return events.loadSamples(municipality, imports.readSamples(file, municipality));
    }

    @Override
    public int remove() {
        return events.removeSamples();
    }
}
