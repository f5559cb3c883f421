package tsunagu.console.questions;

/** A place in a document: its title, the heading it stands under, and what it says. */
public record NearPassage(String document, String heading, String text) {}
