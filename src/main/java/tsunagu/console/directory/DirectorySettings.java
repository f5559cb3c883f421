package tsunagu.console.directory;

import io.micronaut.context.annotation.ConfigurationProperties;

/**
 * How the town's directory is called, and which of its claims is a member's sign-in name.
 *
 * @param name on the button: 「市のアカウント」
 * @param claim of the ID token, such as {@code email} or {@code preferred_username}
 */
@ConfigurationProperties("tsunagu.staff.directory")
record DirectorySettings(String name, String claim) {}
