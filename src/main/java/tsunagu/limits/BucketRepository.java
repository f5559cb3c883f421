package tsunagu.limits;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.AbstractSelectForUpdateBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.LockAndGetResult;
import io.github.bucket4j.distributed.proxy.generic.select_for_update.SelectForUpdateBasedTransaction;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import tsunagu.sql.SqlRepository;

/**
 * Buckets of Bucket4j as rows, locked while one is taken from. The library's own statements for PostgreSQL name the
 * conflict they expect, which H2 does not understand; these are the subset of both.
 */
@Singleton
class BucketRepository extends AbstractSelectForUpdateBasedProxyManager<String> {
    private final DataSource source;
    private final SqlRepository sql;
    private final TimeMeter time;

    BucketRepository(DataSource source, SqlRepository sql, Clock clock) {
        this(source, sql, time(clock));
    }

    private BucketRepository(DataSource source, SqlRepository sql, TimeMeter time) {
        super(ClientSideConfig.getDefault().withClientClock(time));
        // A transaction of its own: a try counts also where what was tried is undone.
        this.source = DelegatingDataSource.unwrapDataSource(source);
        this.sql = sql;
        this.time = time;
    }

    private static TimeMeter time(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return Duration.ofMillis(clock.millis()).toNanos();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** How many were full again by then. */
    long deleteExpired(Instant now) {
        return sql.update("delete from rate_limit where full_at < ?", now);
    }

    @Override
    public void removeProxy(String id) {
        sql.update("delete from rate_limit where id = ?", id);
    }

    @Override
    protected SelectForUpdateBasedTransaction allocateTransaction(String id, Optional<Long> timeout) {
        try {
            return new Taking(id, source.getConnection());
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static IllegalStateException refused(SQLException e) {
        return new IllegalStateException("the database refuses with SQL state " + e.getSQLState());
    }

    /** One row's transaction. */
    private final class Taking implements SelectForUpdateBasedTransaction {
        private final String id;
        private final Connection connection;

        Taking(String id, Connection connection) {
            this.id = id;
            this.connection = connection;
        }

        @Override
        public void begin(Optional<Long> timeout) {
            run(() -> connection.setAutoCommit(false));
        }

        @Override
        public LockAndGetResult tryLockAndGet(Optional<Long> timeout) {
            return prepared("select state from rate_limit where id = ? for update", statement -> {
                statement.setString(1, id);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? LockAndGetResult.locked(row.getBytes(1)) : LockAndGetResult.notLocked();
                }
            });
        }

        @Override
        public boolean tryInsertEmptyData(Optional<Long> timeout) {
            return prepared("insert into rate_limit (id) values (?) on conflict do nothing", statement -> {
                statement.setString(1, id);
                return statement.executeUpdate() > 0;
            });
        }

        @Override
        public void update(byte[] data, RemoteBucketState state, Optional<Long> timeout) {
            long now = time.currentTimeNanos();
            Instant fullAt = Instant.EPOCH.plusNanos(now + state.calculateFullRefillingTime(now));
            prepared("update rate_limit set state = ?, full_at = ? where id = ?", statement -> {
                statement.setBytes(1, data);
                statement.setObject(2, fullAt.atOffset(ZoneOffset.UTC));
                statement.setString(3, id);
                return statement.executeUpdate();
            });
        }

        @Override
        public void commit(Optional<Long> timeout) {
            run(connection::commit);
        }

        @Override
        public void rollback() {
            run(connection::rollback);
        }

        @Override
        public void release() {
            run(connection::close);
        }

        private <T> T prepared(String statement, Work<T> work) {
            try (PreparedStatement prepared = connection.prepareStatement(statement)) {
                return work.on(prepared);
            } catch (SQLException e) {
                throw refused(e);
            }
        }

        private static void run(Step step) {
            try {
                step.take();
            } catch (SQLException e) {
                throw refused(e);
            }
        }
    }

    /** What is done with a statement. */
    @FunctionalInterface
    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    /** What is done with a connection. */
    @FunctionalInterface
    private interface Step {
        void take() throws SQLException;
    }
}
