package tsunagu.conversation.feedback;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface OfferRepository extends CrudRepository<OfferRow, String> {

    /** An empty row, unless there is one: of two messages at once, both go on. */
    @Query("""
        insert into answer_offer (conversation, municipality, topic, question, expires_at)
        values (:conversation, '', '', '', :expiresAt)
        on conflict do nothing
        """)
    void makeSure(String conversation, Instant expiresAt);

    long deleteByMessage(String message);

    long deleteByExpiresAtBefore(Instant now);
}
