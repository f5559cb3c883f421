package tsunagu.conversation.memory;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface UnansweredRepository extends CrudRepository<UnansweredRow, UUID> {

    List<UnansweredRow> listByExpiresAtAfterOrderByAskedAtDesc(Instant now);

    List<UnansweredRow> listByConversationAndExpiresAtAfterOrderByAskedAtDesc(String conversation, Instant now);

    long deleteByConversation(String conversation);

    long deleteByMessage(String message);

    long deleteByExpiresAtBefore(Instant now);
}
