package dev.quittance.methods;

import dev.quittance.payments.GatewayNews;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Something happened to a card that is to be kept: the gateway is asked what came of it. */
@Component
class GatewaySetupNews implements GatewayNews {
    private final SetupRepository setups;
    private final SettingUp settingUp;

    GatewaySetupNews(SetupRepository setups, SettingUp settingUp) {
        this.setups = setups;
        this.settingUp = settingUp;
    }

    @Override
    public Kind about() {
        return Kind.SETUP;
    }

    /** A wish that the gateway has not answered yet is in somebody's hand. */
    @Override
    public Mono<Void> heard(String gateway, String reference) {
        return setups.waiting(gateway, reference).flatMap(settingUp::goOn).then();
    }
}
