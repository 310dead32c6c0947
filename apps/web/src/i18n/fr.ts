import account from './fr/account.json';
import dashboard from './fr/dashboard.json';
import shell from './fr/shell.json';
import trading from './fr/trading.json';
import ui from './fr/ui.json';

export default { account, dashboard, shell, trading, ui };
