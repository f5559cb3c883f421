package tsunagu.line.unsent;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface UnsentRepository extends CrudRepository<UnsentRow, String> {

    long deleteByExpiresAtBefore(Instant now);
}
