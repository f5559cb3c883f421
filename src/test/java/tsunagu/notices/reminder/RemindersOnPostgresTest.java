package tsunagu.notices.reminder;

import tsunagu.Databases;

class RemindersOnPostgresTest extends ReminderContract {
    @Override
    Databases database() {
        return Databases.POSTGRESQL;
    }
}
