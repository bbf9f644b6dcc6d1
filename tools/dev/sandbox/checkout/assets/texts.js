/** The words of the test checkout, in the languages of `config.display.language` that the product offers. */
const texts = {
  en: {
    testTitle: 'Test checkout.',
    testText: 'No money moves, and no real card is accepted.',
    amount: 'Amount',
    order: 'Order',
    payer: 'Receipt to',
    loading: 'Loading the order',
    method: 'How do you want to pay?',
    card: 'Card',
    netbanking: 'Netbanking',
    number: 'Card number',
    expiry: 'Expiry (MM/YY)',
    cvv: 'CVV',
    vpa: 'UPI ID',
    bank: 'Bank',
    pay: (amount) => `Pay ${amount}`,
    testValues: 'Test cards and UPI IDs',
    testValuesHint: 'Choose one to fill it in. The bank’s page then asks for the outcome.',
    succeeds: 'succeeds',
    fails: (reason) => `on failure: ${reason}`,
    bankTitle: 'Your bank’s page',
    bankText: 'This stands in for your bank. Choose what it answers.',
    success: 'Success',
    failure: 'Failure',
    later: 'Answer later',
    cancel: 'Cancel payment',
    laterTitle: 'The bank has not answered yet',
    laterText:
      'The payment stays open and counts as failed after ten minutes. It may still succeed, then or later, from the sandbox’s own page.',
    laterLink: 'Open the sandbox’s page',
    leaveTitle: 'Leave the payment?',
    leaveText: 'The order stays open, you can pay it later.',
    leaveBankText: 'The payment that waits at your bank is cancelled.',
    stay: 'Keep paying',
    leave: 'Leave',
    close: 'Close checkout',
    enterNumber: 'Enter the number of a test card.',
    enterExpiry: 'Enter month and year, such as 12/30.',
    enterCvv: 'Enter the 3 or 4 digits of the CVV.',
    enterVpa: 'Enter a UPI ID, such as success@razorpay.',
    unreachable: 'The sandbox could not be reached. Check that it runs, then try again.',
    standalone: 'This page works inside a shop only: it is opened by checkout.js.',
    retry: 'You can try again with the same or another method.',
  },
  hi: {
    testTitle: 'परीक्षण चेकआउट।',
    testText: 'कोई पैसा नहीं कटता और असली कार्ड नहीं चलते।',
    amount: 'राशि',
    order: 'ऑर्डर',
    payer: 'रसीद इन्हें',
    loading: 'ऑर्डर लोड हो रहा है',
    method: 'आप कैसे भुगतान करना चाहते हैं?',
    card: 'कार्ड',
    netbanking: 'नेटबैंकिंग',
    number: 'कार्ड नंबर',
    expiry: 'समाप्ति (MM/YY)',
    cvv: 'CVV',
    vpa: 'UPI ID',
    bank: 'बैंक',
    pay: (amount) => `${amount} का भुगतान करें`,
    testValues: 'परीक्षण कार्ड और UPI ID',
    testValuesHint: 'भरने के लिए एक चुनें। परिणाम बैंक के पेज पर चुना जाता है।',
    succeeds: 'सफल',
    fails: (reason) => `विफल होने पर: ${reason}`,
    bankTitle: 'आपके बैंक का पेज',
    bankText: 'यह आपके बैंक की जगह है। उसका उत्तर चुनें।',
    success: 'सफल',
    failure: 'विफल',
    later: 'बाद में उत्तर दें',
    cancel: 'भुगतान रद्द करें',
    laterTitle: 'बैंक ने अभी उत्तर नहीं दिया है',
    laterText: 'भुगतान खुला रहता है और दस मिनट बाद विफल माना जाता है। सैंडबॉक्स के पेज से वह बाद में भी सफल हो सकता है।',
    laterLink: 'सैंडबॉक्स का पेज खोलें',
    leaveTitle: 'भुगतान छोड़ें?',
    leaveText: 'ऑर्डर खुला रहता है, आप बाद में भुगतान कर सकते हैं।',
    leaveBankText: 'आपके बैंक पर रुका हुआ भुगतान रद्द हो जाएगा।',
    stay: 'भुगतान जारी रखें',
    leave: 'छोड़ें',
    close: 'चेकआउट बंद करें',
    enterNumber: 'परीक्षण कार्ड का नंबर डालें।',
    enterExpiry: 'महीना और वर्ष डालें, जैसे 12/30।',
    enterCvv: 'CVV के 3 या 4 अंक डालें।',
    enterVpa: 'UPI ID डालें, जैसे success@razorpay।',
    unreachable: 'सैंडबॉक्स तक नहीं पहुँचा जा सका। जाँचें कि वह चल रहा है और फिर कोशिश करें।',
    standalone: 'यह पेज केवल दुकान के अंदर चलता है: इसे checkout.js खोलता है।',
    retry: 'आप इसी या किसी दूसरे तरीके से फिर कोशिश कर सकते हैं।',
  },
};

/** Fills the page with the words of a language, English where there are none, and gives them for the rest. */
export function speak(language) {
  const spoken = Object.hasOwn(texts, language ?? '') ? language : 'en';
  const words = texts[spoken];
  document.documentElement.lang = spoken;
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = words[element.dataset.text];
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', words[element.dataset.label]);
  }
  return words;
}

/** An amount in minor units as people write it, with the currency's own number of decimals. */
export function formatAmount(amount, currency) {
  const locale = `${document.documentElement.lang}-IN-u-nu-latn`;
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  return format.format(amount / 10 ** format.resolvedOptions().maximumFractionDigits);
}
