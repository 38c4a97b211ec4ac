import { Section } from "@quittance/ui/Thing.tsx";
import styles from "./Preferences.module.css";
import { isOn, menuOf, sightsOf, type Standing } from "./sight.ts";

type Props = {
  standing: Standing;
  /** What is set for a plan is about its subscriptions alone. */
  withPages: boolean;
};

/** What a customer would see: the side bar, and the menu of a subscription in each state. */
export function PortalSight({ standing, withPages }: Props) {
  const sights = sightsOf(standing);
  return (
    <Section title="What a customer sees">
      <div className={styles.sight} aria-live="polite">
        {withPages && (
          <div>
            <h3 className={styles.sightTitle}>Side bar</h3>
            <ul className={styles.menu}>
              {menuOf(standing).map((label) => (
                <li key={label}>{label}</li>
              ))}
            </ul>
          </div>
        )}
        {sights.map(({ state, actions }) => (
          <div key={state}>
            <h3 className={styles.sightTitle}>Subscription: {state.toLowerCase()}</h3>
            {actions.length === 0 ? (
              <p className={styles.soft}>Nothing to do, only to look at.</p>
            ) : (
              <ul className={styles.menu}>
                {actions.map((label) => (
                  <li key={label}>{label}</li>
                ))}
              </ul>
            )}
          </div>
        ))}
        {withPages && (
          <p className={styles.soft}>
            {isOn(standing, "DETAILS")
              ? "Own details can be looked at and changed on the start page."
              : "Own details are neither shown nor changed."}
          </p>
        )}
      </div>
    </Section>
  );
}
