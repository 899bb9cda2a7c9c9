export const themeKey = 'waybill.theme';

/** Runs before the first paint, so that nobody sees the other theme flash by. */
export const themeScript = `try{var t=localStorage.getItem('${themeKey}')||(matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light');document.documentElement.classList.toggle('dark',t==='dark')}catch(e){}`;
