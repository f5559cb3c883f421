package tsunagu.notices.reminder;

import tsunagu.Databases;

class RemindersOnH2Test extends ReminderContract {
    @Override
    Databases database() {
        return Databases.H2;
    }
}
