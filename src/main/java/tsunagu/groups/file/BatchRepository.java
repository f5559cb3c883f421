package tsunagu.groups.file;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface BatchRepository extends CrudRepository<BatchRow, UUID> {

    List<BatchRow> findAllOrderBySentAtDesc();

    long deleteBySentAtBefore(Instant end);

    /** How many were there: of two who take it at once, one does. */
    long removeById(UUID id);
}
