package dev.quittance.platform.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.Caller;
import dev.quittance.platform.Permission;
import dev.quittance.testing.IntegrationTest;
import dev.quittance.testing.Shop;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.graphql.test.tester.GraphQlTester;

/**
 * What is written in one go, over HTTP, says the same as what is answered the ordinary way, over a
 * WebSocket.
 */
class PlainSubtreesTests extends IntegrationTest {
    private static final Caller OWNER = staff(Permission.values());

    @BeforeAll
    void someInvoices() {
        var shop = new Shop(asOwner());
        var plan = shop.monthly("USD", "20");
        for (var i = 0; i < 3; i++) {
            shop.started(shop.customer(), plan);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ r: invoices(first: 2) { edges { cursor node { id number status dueOn lines { id position quantity"
                        + " net { amount currency } period { start end } taxLabel } } } pageInfo { hasNextPage endCursor } } }",
                "{ r: invoices(first: 2) { edges { node { a: id b: id __typename total { __typename amount } customer { name }"
                        + " lines { t: __typename ...Line } } } } } fragment Line on InvoiceLine { description unitPrice { amount } }",
                "query($no: Boolean! = false, $yes: Boolean! = true) { r: invoices(first: 3) { edges { node { id"
                        + " number @include(if: $no) note @skip(if: $yes) lines @include(if: $yes) { id explanation } } } } }",
                "{ r: customers(first: 3) { edges { node { id name phone billingAddress { city } shippingAddress { city }"
                        + " invoiceRecipients salespeople paymentKind createdAt } } } }",
                "{ r: invoices(first: 2) { edges { node { id } } edges { node { number total { currency } } } } }",
                "{ r: plans(first: 5) { edges { node { id name prices { price { amount } setupFee { amount } } interval { count unit } } } } }"
            })
    void anAnswerIsTheSameWrittenEitherWay(String document) {
        var written = answer(graphql(OWNER), document);
        var ordinary = answer(live(OWNER), document);

        assertThat(written).isEqualTo(ordinary);
    }

    private static Object answer(GraphQlTester tester, String document) {
        return tester.document(document).execute().path("r").entity(Map.class).get();
    }
}
