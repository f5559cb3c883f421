package tsunagu.faq.serving;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tsunagu.faq.entry.Faq;
import tsunagu.faq.entry.Faqs;
import tsunagu.knowledge.Entry;

/** Published entries, handed to the knowledge; and how often each was told, written down every few seconds. */
@Singleton
final class FaqSource implements Entry.Source {
    private final Faqs faqs;
    private final EntryWriter writer;
    private final Map<String, Long> told = new ConcurrentHashMap<>();

    FaqSource(Faqs faqs, EntryWriter writer) {
        this.faqs = faqs;
        this.writer = writer;
    }

    @Override
    public List<Entry> listEntries() {
        List<Faq.Live> live = faqs.listLive();
        return live.stream().map(writer::write).toList();
    }

    @Override
    public long revision() {
        return faqs.revision();
    }

    @Override
    public void told(String id) {
        told.merge(id, 1L, Long::sum);
    }

    @PreDestroy
    void writeDown() {
        for (String id : List.copyOf(told.keySet())) {
            Long times = told.remove(id);
            if (times != null) faqs.addTold(Long.parseLong(id), times);
        }
    }
}
