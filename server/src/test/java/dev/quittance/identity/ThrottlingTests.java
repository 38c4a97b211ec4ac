package dev.quittance.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.testing.IntegrationTest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.server.adapter.ForwardedHeaderTransformer;
import reactor.core.publisher.Flux;

class ThrottlingTests extends IntegrationTest {
    private static final int FREE = 5;
    private static final int FREE_OF_ADDRESS = 30;

    @Autowired People people;
    @Autowired SignInThrottle throttle;

    @BeforeEach
    void nobodyHasFailedYet() {
        db.sql("delete from sign_in_failure").then().block();
    }

    @Test
    void theRightPasswordAfterAFewWrongOnesStillWorks() {
        var email = people.staff(StaffRole.OWNER).email();

        for (int i = 0; i < FREE - 1; i++) {
            attempt(email, "wrong").expectStatus().isUnauthorized();
        }

        attempt(email, People.PASSWORD).expectStatus().isNoContent();
        attempt(email, "wrong").expectStatus().isUnauthorized();
    }

    @Test
    void guessingAtAnAccountHasToWait() {
        var email = people.staff(StaffRole.OWNER).email();
        fail(email, FREE);

        attempt(email, People.PASSWORD)
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .value(
                        HttpHeaders.RETRY_AFTER,
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(50, 60));
        attempt(people.staff(StaffRole.OWNER).email(), People.PASSWORD)
                .expectStatus()
                .isNoContent();
    }

    @Test
    void anUnknownAccountHasToWaitAsWell() {
        fail("nobody@nowhere.example", FREE);

        attempt("nobody@nowhere.example", "x")
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void afterTheWaitTheRightPasswordWorksAndAWrongOneWaitsLonger() {
        var email = people.staff(StaffRole.OWNER).email();
        fail(email, FREE);

        waited();
        attempt(email, "wrong").expectStatus().isUnauthorized();
        attempt(email, People.PASSWORD)
                .expectHeader()
                .value(
                        HttpHeaders.RETRY_AFTER,
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(110, 120));
        waited();
        attempt(email, People.PASSWORD).expectStatus().isNoContent();
        attempt(email, "wrong").expectStatus().isUnauthorized();
    }

    @Test
    void guessingFromAnAddressHasToWaitWhateverTheAccount() {
        for (int i = 0; i < FREE_OF_ADDRESS; i++) {
            attempt("guess%d@nowhere.example".formatted(i), "x").expectStatus().isUnauthorized();
        }

        attempt(people.staff(StaffRole.OWNER).email(), People.PASSWORD)
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void anAddressDoesNotWaitForThoseWhoKnowTheirPasswords() {
        var email = people.staff(StaffRole.OWNER).email();

        for (int i = 0; i < FREE_OF_ADDRESS + 5; i++) {
            attempt(email, People.PASSWORD).expectStatus().isNoContent();
        }
    }

    @Test
    void aHeaderDoesNotChangeTheAddress() {
        for (int i = 0; i < FREE_OF_ADDRESS; i++) {
            attempt("guess%d@nowhere.example".formatted(i), "x");
        }

        http().post()
                .uri("/auth/sign-in")
                .header("X-Quittance-App", "console")
                .header("X-Forwarded-For", "203.0.113.7")
                .header("Forwarded", "for=203.0.113.7")
                .bodyValue(Map.of("email", "a@b.example", "password", "x"))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void manyAtOnceAreNotMoreGuesses() {
        var account = SignInThrottle.Kind.ACCOUNT.of("portal flood@nowhere.example");

        var admitted =
                Flux.range(0, 100)
                        .flatMap(
                                _ ->
                                        throttle.admit(account)
                                                .thenReturn(1)
                                                .onErrorReturn(TooManyAttempts.class, 0),
                                16)
                        .reduce(0, Integer::sum)
                        .block();

        assertThat(admitted).isEqualTo(FREE);
    }

    @Test
    void whatIsOldGoes() {
        fail("somebody@nowhere.example", 2);
        db.sql("update sign_in_failure set first_at = now() - interval '3 hours'").then().block();

        throttle.admit(SignInThrottle.Kind.ADDRESS.of("192.0.2.1")).block();

        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void addressesOfOneNetworkAreOne() throws UnknownHostException {
        assertThat(address("2001:db8:1:2:aaaa::1")).isEqualTo(address("2001:db8:1:2:bbbb::2"));
        assertThat(address("2001:db8:1:2::1")).isNotEqualTo(address("2001:db8:1:3::1"));
        assertThat(address("192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.9, 203.0.113.9",
        "2001:db8:1:2:aaaa::1, 2001:db8:1:2:0:0:0:0",
        "'203.0.113.9, 10.0.0.1', 203.0.113.9",
        "no-address, 0.0.0.0"
    })
    void behindAProxyItIsWhomTheProxyNames(String forwarded, String counted) {
        var request =
                new ForwardedHeaderTransformer()
                        .apply(
                                MockServerHttpRequest.get("/")
                                        .header("X-Forwarded-For", forwarded)
                                        .build());

        assertThat(SignInThrottle.address(request.getRemoteAddress())).isEqualTo(counted);
    }

    private static String address(String text) throws UnknownHostException {
        return SignInThrottle.address(new InetSocketAddress(InetAddress.getByName(text), 1));
    }

    private void fail(String email, int times) {
        for (int i = 0; i < times; i++) {
            attempt(email, "wrong").expectStatus().isUnauthorized();
        }
    }

    private ResponseSpec attempt(String email, String password) {
        return new Browser(http(), App.CONSOLE).signIn(email, password);
    }

    private void waited() {
        db.sql("update sign_in_failure set blocked_until = now()").then().block();
    }

    private long rows() {
        return db.sql("select count(*) from sign_in_failure").mapValue(Long.class).one().block();
    }
}
