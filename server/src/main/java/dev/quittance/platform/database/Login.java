package dev.quittance.platform.database;

/** A role of the database and its password. */
public record Login(String username, String password) {

    @Override
    public String toString() {
        return username;
    }
}
