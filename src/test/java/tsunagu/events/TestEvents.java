package tsunagu.events;

import io.micronaut.context.BeanContext;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tsunagu.events.entry.Content;
import tsunagu.events.entry.ContentReader;
import tsunagu.events.entry.Event;
import tsunagu.events.entry.Field;
import tsunagu.events.entry.Step;
import tsunagu.events.store.Events;
import tsunagu.events.store.Events.Outcome;
import tsunagu.staff.Member;
import tsunagu.staff.Role;

/** Events of a town in November 2026, entered as staff enter them. */
public final class TestEvents {
    public static final String TOWN = "nishitokyo";
    public static final Member APPROVER = new Member(UUID.randomUUID(), "承認の人", Role.APPROVER, Optional.of(TOWN));
    public static final Member EDITOR = new Member(UUID.randomUUID(), "編集の人", Role.EDITOR, Optional.of(TOWN));

    private final Events events;
    private final ContentReader reader;

    public TestEvents(Function<Class<?>, Object> beans) {
        events = (Events) beans.apply(Events.class);
        reader = (ContentReader) beans.apply(ContentReader.class);
    }

    public TestEvents(BeanContext context) {
        this(context::getBean);
    }

    /** Content of key, value, key, value …, such as {@code "start", "2026-11-28"}. */
    public Content content(String... keysAndValues) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            texts.put(Field.findByKey(keysAndValues[i]).orElseThrow(), keysAndValues[i + 1]);
        }
        ContentReader.Read read = reader.read(texts, TOWN);
        if (!read.isGood()) throw new IllegalArgumentException(read.reason());
        return read.content();
    }

    public Event draft(String... keysAndValues) {
        return done(events.create(TOWN, content(keysAndValues), EDITOR, ""));
    }

    public Event publish(String... keysAndValues) {
        return take(Step.PUBLISH, draft(keysAndValues));
    }

    public Event take(Step step, Event event) {
        return done(events.take(step, event, APPROVER));
    }

    private static Event done(Outcome outcome) {
        if (outcome instanceof Outcome.Done(Event event)) return event;
        throw new IllegalStateException(outcome.toString());
    }

    /** What the stories of {@code src/test/resources/events} are told in. */
    public void enterAll() {
        publish(
                "title",
                "ほくっとマルシェ",
                "start",
                "2026-11-22",
                "from",
                "13:00",
                "to",
                "16:00",
                "areas",
                "hokutobu",
                "place",
                "下保谷福祉会館",
                "address",
                "西東京市下保谷4丁目1",
                "fee",
                "無料",
                "audience",
                "どなたでも",
                "rain",
                "雨のときは中止します",
                "contact",
                "ほくっとネット事務局",
                "telephone",
                "042-000-0001",
                "summary",
                "地元の野菜と手作りの店が並びます");
        publish("title", "朝のラジオ体操", "start", "2026-11-22", "from", "06:30", "to", "07:00", "place", "いこいの森公園");
        publish(
                "title",
                "子ども科学教室",
                "start",
                "2026-11-28",
                "from",
                "10:00",
                "to",
                "11:30",
                "areas",
                "chubu",
                "place",
                "田無公民館",
                "fee",
                "無料",
                "audience",
                "小学生",
                "apply",
                "電話で申し込み",
                "capacity",
                "先着30人",
                "telephone",
                "042-000-0002",
                "contact",
                "田無公民館");
        enterRepeating();
        enterLater();
    }

    private void enterRepeating() {
        publish(
                "title",
                "シニアの将棋の会",
                "start",
                "2026-10-03",
                "from",
                "13:00",
                "to",
                "15:00",
                "repeat",
                "FREQ=WEEKLY",
                "except",
                "2026-12-26;2027-01-02",
                "areas",
                "nanbu",
                "place",
                "柳沢公民館",
                "fee",
                "100円",
                "audience",
                "高齢者");
    }

    private void enterLater() {
        publish(
                "title",
                "まちの清掃",
                "start",
                "2026-04-11",
                "from",
                "09:00",
                "repeat",
                "FREQ=MONTHLY;BYDAY=2SA",
                "place",
                "田無駅前",
                "fee",
                "無料",
                "audience",
                "どなたでも");
        take(Step.CANCEL, publish("title", "南部ふれあい祭", "start", "2026-12-12", "areas", "nanbu", "place", "向台公園"));
        publish("title", "夏まつり", "start", "2026-08-01", "place", "田無神社");
        publish("title", "市民防災訓練", "date-note", "2027年3月ごろの予定です", "place", "市役所");
        draft("title", "まだ秘密の催し", "start", "2026-11-23", "place", "市役所");
    }
}
