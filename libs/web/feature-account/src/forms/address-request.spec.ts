import { Location } from '@angular/common';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { provideDataAccess } from '@ceex/web-data-access';
import { AddressRequest } from './address-request';

describe('AddressRequest', () => {
  const send = jest.fn<Promise<void>, [string]>();
  let fixture: ComponentFixture<AddressRequest>;
  let page: HTMLElement;

  async function open(handedOver: string, closed = false): Promise<void> {
    TestBed.configureTestingModule({
      imports: [
        TranslocoTestingModule.forRoot({
          langs: { en: {} },
          translocoConfig: { availableLangs: ['en'], defaultLang: 'en', missingHandler: { logMissingKey: false } },
          preloadLangs: true,
        }),
      ],
      providers: [provideDataAccess(), provideHttpClientTesting(), provideRouter([])],
    });
    jest.spyOn(TestBed.inject(Location), 'getState').mockReturnValue({ email: handedOver });
    fixture = TestBed.createComponent(AddressRequest);
    fixture.componentRef.setInput('area', 'account.register');
    fixture.componentRef.setInput('send', send);
    fixture.componentRef.setInput('closed', closed);
    page = fixture.nativeElement as HTMLElement;
    document.body.append(page);
    await fixture.whenStable();
  }
  async function submit(): Promise<void> {
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await new Promise((done) => setTimeout(done, 0));
    await fixture.whenStable();
  }
  const box = () => page.querySelector<HTMLInputElement>('input[type=email]');
  beforeEach(() => send.mockReset().mockResolvedValue());

  it('sends nothing before the address is one, and leads to its field', async () => {
    await open('');
    expect(document.activeElement).toBe(box());
    box()?.blur();
    await submit();
    expect(send).not.toHaveBeenCalled();
    expect(page.textContent).toContain('account.signIn.emailError');
    expect(document.activeElement).toBe(box());
  });

  it('sends the address handed over, and says where to look then', async () => {
    await open(' anna@example.org ');
    await submit();
    expect(send).toHaveBeenCalledWith('anna@example.org');
    expect(box()).toBeNull();
    expect(page.querySelector('[role=status]')?.textContent).toContain('account.register.sent');
    expect(document.activeElement).toBe(page.querySelector('h1'));
  });

  it('asks nobody where it is closed', async () => {
    await open('', true);
    expect(box()).toBeNull();
    expect(page.textContent).toContain('account.register.closed');
  });
});
