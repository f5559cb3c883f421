package tsunagu.events.store;

import tsunagu.Databases;

class EventsOnPostgresTest extends EventsContract {
    EventsOnPostgresTest() {
        super(Databases.POSTGRESQL);
    }
}
