package tsunagu.events.store;

import tsunagu.Databases;

class EventsOnH2Test extends EventsContract {
    EventsOnH2Test() {
        super(Databases.H2);
    }
}
