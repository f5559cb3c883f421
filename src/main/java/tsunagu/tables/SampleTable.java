package tsunagu.tables;

/**
 * What one file of {@code config/samples} shows: made-up rows, plainly marked, that the command {@code samples} loads
 * into a copy and removes again. Each room with such a file has a bean of this.
 */
public interface SampleTable {
    /** The file's name: {@code events.csv}. */
    String file();

    /** What its rows are, for people: 「行事」. */
    String what();

    /**
     * Loads them in place of samples loaded before, and tells residents of them at once.
     *
     * @return how many
     * @throws UnreadableFile where a row is no good
     */
    int load(byte[] file, String municipality);

    /** Removes every sample, and nothing else; how many there were. */
    int remove();
}
