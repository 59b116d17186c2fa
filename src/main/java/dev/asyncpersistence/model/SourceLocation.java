package dev.asyncpersistence.model;

/**
 * A place in a Python source file.
 *
 * @param path source path with forward slashes, relative to the root that the host parsed from
 * @param line line number, 1-based
 */
public record SourceLocation(String path, int line) implements Comparable<SourceLocation> {
    @Override
    public int compareTo(SourceLocation other) {
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return path + ":" + line;
    }
}
