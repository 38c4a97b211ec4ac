/** What a field for a currency offers: the codes that are traded most; any other can be typed. */
export const currencies: readonly string[] =
  "EUR USD GBP CHF NOK SEK DKK PLN CZK HUF RON BGN TRY JPY CNY INR KRW SGD HKD AUD NZD CAD MXN BRL ZAR AED KWD".split(
    " ",
  );

/** What a field for a time zone offers: all that the browser knows. */
export const timeZones: readonly string[] = Intl.supportedValuesOf("timeZone");
