package dev.quittance.identity;

/** What comes of registering or changing an API client. */
sealed interface ApiClientChange {

    /**
     * The client is registered.
     *
     * @param clientSecret shown this once
     */
    record ApiClientCreated(ApiClient apiClient, String clientSecret) implements ApiClientChange {}

    /**
     * The old secret has ended.
     *
     * @param clientSecret the new one, shown this once
     */
    record ApiClientSecretRotated(ApiClient apiClient, String clientSecret)
            implements ApiClientChange {}

    /** As the client stands now. */
    record ApiClientUpdated(ApiClient apiClient) implements ApiClientChange {}
}
