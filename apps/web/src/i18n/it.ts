import account from './it/account.json';
import dashboard from './it/dashboard.json';
import shell from './it/shell.json';
import trading from './it/trading.json';
import ui from './it/ui.json';

export default { account, dashboard, shell, trading, ui };
