package tsunagu.staff.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The trail: rows are added and read, never changed. */
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface TrailRepository extends GenericRepository<TrailRow, Long> {

    TrailRow save(TrailRow row);

    /** Newest first, those below an id; by the key, so that the last page is as quick as the first. */
    @Query("select * from staff_trail where id < :before order by id desc limit :limit")
    List<TrailRow> listBefore(long before, int limit);

    @Query("""
        select * from staff_trail where municipality = :municipality and id < :before
        order by id desc limit :limit
        """)
    List<TrailRow> listBefore(String municipality, long before, int limit);
}
