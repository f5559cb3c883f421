package tsunagu.notices;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tsunagu.areas.MunicipalityId;
import tsunagu.line.fake.FakeLine;
import tsunagu.notices.outbox.NoticeTown;
import tsunagu.staff.TestStaff;
import tsunagu.subscriptions.Address;
import tsunagu.subscriptions.Subject;
import tsunagu.subscriptions.Subscriptions;
import tsunagu.text.Language;

/** A running copy that sends at any hour, a LINE that it sends to, and residents who want area notices. */
final class NoticeStaff implements AutoCloseable {
    static final String TOWN = NoticeTown.TOWN.value();

    final FakeLine line = FakeLine.start();
    final TestStaff staff;

    NoticeStaff(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(line.settings());
        settings.put("subscriptions.key", NoticeTown.KEY);
        settings.put("notices.sending.quiet-from", "00:00");
        settings.put("notices.sending.quiet-until", "00:00");
        settings.put("notices.sending.poll", "100ms");
        settings.put("line.timeout", "2s");
        settings.putAll(more);
        staff = TestStaff.open(settings);
    }

    /** As many residents of this name; the same name and number are the same one. */
    void residents(String name, int count) {
        var subscriptions = staff.bean(Subscriptions.class);
        IntStream.range(0, count)
                .forEach(i -> subscriptions.begin(
                        name + i,
                        new Address(FakeLine.CHANNEL, NoticeTown.user(name, i)),
                        new MunicipalityId(TOWN),
                        Language.JAPANESE,
                        Subject.AREA_NOTICES));
    }

    void leave(String name, int number) {
        staff.bean(Subscriptions.class).stop(name + number);
    }

    /** The texts that reached one, in the order they came. */
    List<String> textsOf(String name, int number) {
        String user = NoticeTown.user(name, number);
        return line.multicast().taken().stream()
                .filter(request -> request.to().contains(user))
                .map(request -> request.messages().path(0).path("text").asText())
                .toList();
    }

    @Override
    public void close() {
        line.close();
        staff.close();
    }
}
