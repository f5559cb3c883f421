package tsunagu.conversation.feedback;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.UUID;

/** What residents said of answers. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface FeedbackRepository extends CrudRepository<FeedbackRow, UUID> {

    long countByMunicipalityAndHelpedAndGivenAtAfter(String municipality, boolean helped, Instant since);

    long countByHelpedAndGivenAtAfter(boolean helped, Instant since);
}
