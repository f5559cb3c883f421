package tsunagu.events.file;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import tsunagu.areas.Municipalities;
import tsunagu.areas.Municipality;
import tsunagu.areas.MunicipalityId;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Event.State;
import tsunagu.events.entry.Field;
import tsunagu.events.store.Events;
import tsunagu.tables.TableWriter;

/** Events of a municipality in the new layout of the national standard; what was withdrawn is left out. */
@Singleton
public class Exports {
    static final String TOWN = "地方公共団体名";
    static final String STATE = "状態";
    static final String CANCELLED = "中止";
    static final String DRAFT = "下書き";

    private final Events events;
    private final Municipalities municipalities;

    Exports(Events events, Municipalities municipalities) {
        this.events = events;
        this.municipalities = municipalities;
    }

    public byte[] csv(String municipality) {
        return TableWriter.csv(rows(municipality));
    }

    public byte[] xlsx(String municipality) {
        return TableWriter.xlsx("イベント一覧", rows(municipality));
    }

    private List<List<String>> rows(String municipality) {
        String town = municipalities
                .findMunicipality(new MunicipalityId(municipality))
                .map(Municipality::name)
                .orElse(municipality);
        var rows = new ArrayList<List<String>>();
        rows.add(head());
        events.listAll(municipality).stream()
                .filter(event -> event.state() != State.WITHDRAWN)
                .forEach(event -> rows.add(row(event, town)));
        return rows;
    }

    private static List<String> head() {
        var head = new ArrayList<String>();
        for (Field field : Field.values()) {
            if (field == Field.TITLE) head.add(TOWN);
            if (field == Field.KEYWORDS) head.add(STATE);
            head.add(field.column());
        }
        return head;
    }

    private static List<String> row(Event event, String town) {
        var row = new ArrayList<String>();
        for (Field field : Field.values()) {
            if (field == Field.TITLE) row.add(town);
            if (field == Field.KEYWORDS) row.add(state(event.state()));
            row.add(event.content().text(field));
        }
        return row;
    }

    private static String state(State state) {
        return switch (state) {
            case PUBLISHED -> "開催予定";
            case CANCELLED -> CANCELLED;
            case DRAFT, WITHDRAWN -> DRAFT;
        };
    }
}
