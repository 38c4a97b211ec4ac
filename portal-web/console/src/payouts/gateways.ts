/** The name a gateway is known by; its own word where we know none. */
export function gatewayName(gateway: string): string {
  return names[gateway.toLowerCase()] ?? gateway;
}

const names: Record<string, string> = {
  sandbox: "Sandbox",
  stripe: "Stripe",
};
