package dev.quittance.banking;

import dev.quittance.banking.CandidateRepository.Found;
import dev.quittance.banking.CandidateRepository.Known;
import dev.quittance.banking.EntryCandidates.Payer;
import dev.quittance.banking.EntryCandidates.Referenced;
import dev.quittance.banking.SuggestionRepository.Ranked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds what open entries may be, a thousand at a time, and keeps it as suggestions. */
@Service
class Matching {
    private static final int AT_ONCE = 1000;
    private final EntryRepository entries;
    private final CandidateRepository candidates;
    private final KnownMoneyRepository knownMoney;
    private final SuggestionRepository suggestions;
    private final PayerNameRepository names;

    Matching(
            EntryRepository entries,
            CandidateRepository candidates,
            KnownMoneyRepository knownMoney,
            SuggestionRepository suggestions,
            PayerNameRepository names) {
        this.entries = entries;
        this.candidates = candidates;
        this.knownMoney = knownMoney;
        this.suggestions = suggestions;
        this.names = names;
    }

    /** Takes notice of what customers are called now; before many are compared. */
    Mono<Void> refresh() {
        return names.refresh();
    }

    /** The likeliest that is kept for an entry. */
    Mono<BankSuggestion> best(UUID entry) {
        return Mono.defer(() -> suggestions.of(List.of(entry)).next()).map(Ranked::suggestion);
    }

    /** Anew, for those of them that are undecided. In the caller's transaction. */
    Mono<Void> match(List<UUID> ids) {
        return ids.isEmpty()
                ? Mono.empty()
                : Flux.fromIterable(ids)
                        .buffer(AT_ONCE)
                        .concatMap(part -> entries.byIds(part).collectList().flatMap(this::part))
                        .then();
    }

    private Mono<Void> part(List<BankEntry> all) {
        var open = all.stream().filter(BankEntry::undecided).toList();
        var ids = open.stream().map(BankEntry::id).toList();
        Map<UUID, Map<String, Boolean>> tokens = new HashMap<>();
        open.stream()
                .filter(one -> one.direction() == Direction.CREDIT)
                .forEach(
                        one ->
                                tokens.put(
                                        one.id(),
                                        References.of(
                                                one.remittance(),
                                                one.reference(),
                                                one.endToEndId())));
        var wanted = new HashSet<String>();
        tokens.values().forEach(one -> wanted.addAll(one.keySet()));
        return Mono.zip(
                        candidates.byNumbers(wanted).collectList(),
                        candidates.payers(ids).collectList(),
                        knownMoney.of(ids).collectList())
                .flatMap(
                        found ->
                                owing(found.getT2())
                                        .map(
                                                owed ->
                                                        ranked(
                                                                open,
                                                                tokens,
                                                                found.getT1(),
                                                                payers(found.getT2(), owed),
                                                                found.getT3())))
                .flatMap(found -> suggestions.replace(ids, found));
    }

    private Mono<Map<UUID, List<OwedInvoice>>> owing(Collection<Known> known) {
        return candidates
                .open(known.stream().map(Known::customer).distinct().toList())
                .collect(Collectors.groupingBy(OwedInvoice::customer));
    }

    private static List<Ranked> ranked(
            List<BankEntry> open,
            Map<UUID, Map<String, Boolean>> tokens,
            List<Found> found,
            Map<UUID, List<Payer>> payers,
            List<KnownMoneyRepository.Found> money) {
        var byToken = found.stream().collect(Collectors.groupingBy(Found::token));
        var byEntry =
                money.stream()
                        .collect(
                                Collectors.groupingBy(
                                        KnownMoneyRepository.Found::entry,
                                        Collectors.mapping(
                                                KnownMoneyRepository.Found::money,
                                                Collectors.toList())));
        var ranked = new ArrayList<Ranked>();
        for (var entry : open) {
            var best =
                    entry.direction() == Direction.DEBIT
                            ? EntryMatch.debit(
                                    entry.reversal() || entry.returnReason() != null,
                                    PayerName.key(entry.partyName()),
                                    byEntry.getOrDefault(entry.id(), List.of()))
                            : credit(
                                    entry,
                                    tokens,
                                    byToken,
                                    payers,
                                    byEntry.getOrDefault(entry.id(), List.of()));
            for (int i = 0; i < best.size(); i++) {
                ranked.add(new Ranked(entry.id(), i + 1, best.get(i)));
            }
        }
        return ranked;
    }

    /** Money that came in because our own was sent back is no payment. */
    private static List<BankSuggestion> credit(
            BankEntry entry,
            Map<UUID, Map<String, Boolean>> tokens,
            Map<String, List<Found>> byToken,
            Map<UUID, List<Payer>> payers,
            List<KnownMoney> money) {
        if (entry.reversal() || entry.returnReason() != null) {
            return List.of();
        }
        Map<UUID, Referenced> named = new LinkedHashMap<>();
        tokens.getOrDefault(entry.id(), Map.of())
                .forEach(
                        (token, whole) ->
                                byToken.getOrDefault(token, List.of())
                                        .forEach(
                                                one ->
                                                        named.merge(
                                                                one.invoice().id(),
                                                                new Referenced(
                                                                        one.invoice(), whole),
                                                                (a, b) -> a.whole() ? a : b)));
        var currency = entry.amount().getCurrencyUnit();
        var known =
                payers.getOrDefault(entry.id(), List.of()).stream()
                        .map(
                                one ->
                                        new Payer(
                                                one.customer(),
                                                one.name(),
                                                one.byAccount(),
                                                one.open().stream()
                                                        .filter(
                                                                it ->
                                                                        it.owed()
                                                                                .getCurrencyUnit()
                                                                                .equals(currency))
                                                        .toList()))
                        .toList();
        return EntryMatch.credit(
                entry.amount(),
                PayerName.key(entry.partyName()),
                new EntryCandidates(List.copyOf(named.values()), known),
                money);
    }

    private static Map<UUID, List<Payer>> payers(
            List<Known> known, Map<UUID, List<OwedInvoice>> owed) {
        return known.stream()
                .collect(
                        Collectors.groupingBy(
                                Known::entry,
                                Collectors.mapping(
                                        one ->
                                                new Payer(
                                                        one.customer(),
                                                        one.name(),
                                                        one.byAccount(),
                                                        owed.getOrDefault(
                                                                one.customer(), List.of())),
                                        Collectors.toList())));
    }
}
