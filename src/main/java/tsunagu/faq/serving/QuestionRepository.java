package tsunagu.faq.serving;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import tsunagu.sql.SqlRepository;

/** Which unanswered questions an entry is being written for. */
@Singleton
class QuestionRepository {
    private final SqlRepository sql;

    QuestionRepository(SqlRepository sql) {
        this.sql = sql;
    }

    void keep(long entry, UUID question) {
        sql.update(
                "insert into faq_question (entry, question_group) values (?, ?) on conflict do nothing",
                entry,
                question);
    }

    /** Those of an entry, which are forgotten with this. */
    List<UUID> take(long entry) {
        return sql.inOneTransaction(() -> {
            List<UUID> questions = sql.list(
                    row -> row.getObject(1, UUID.class),
                    "select question_group from faq_question where entry = ?",
                    entry);
            sql.update("delete from faq_question where entry = ?", entry);
            return questions;
        });
    }
}
