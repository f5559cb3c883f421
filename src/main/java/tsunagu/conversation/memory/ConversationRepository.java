package tsunagu.conversation.memory;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ConversationRepository extends CrudRepository<ConversationRow, String> {

    /** An empty row, unless there is one: of two that begin a conversation at once, both go on. */
    @Query("""
        insert into conversation (id, settled, areas, asked, pending, awaiting_place, expires_at)
        values (:id, false, '', '', '', false, :expiresAt)
        on conflict do nothing
        """)
    void makeSure(String id, Instant expiresAt);

    long deleteByExpiresAtBefore(Instant now);
}
