/** Routes about accounts, as APIs commonly spell them; written for this project. `{a,b}` is a choice, `#` an identifier. */
import type { EndpointClass } from '../../../packages/core/src/vocabulary/index.js'

export const accountRoutes = {
  Authentication: `
POST {,auth,user,users,account,accounts,customer,member,identity,session,admin}/{login,signin,sign-in,log-in,logon,authenticate}
POST {auth,users,customers}/{login,signin}/{email,phone,social,oidc,password}
GET {,auth,sso,account}/{login,signin,sso,saml/login,saml2/login}
POST {saml,sso}/{login,acs,callback,consume}
GET,POST {auth,oauth,login,oauth2}/{social,provider,oidc,#}/{callback,redirect}
GET,POST {oauth,oauth2,connect,oidc,openid,openid-connect}/{authorize,authorise,authorization,auth}
GET {oauth2,auth}/{v2.0,v1}/authorize
GET,POST {realms/#,tenants/#,}/{protocol/openid-connect/auth,login-actions/authenticate,protocol/saml,oauth2/authorize,connect/authorize,signin-oidc,auth/callback/credentials,broker/#/login,mfaSignIn,signInWithPassword,signInWithIdp,initiateAuth,authn,authn/recovery/password,primary-auth}
POST {webauthn,passkey,passkeys,fido2}/{login,authenticate,assertion,signin}/{begin,finish,options,verify,}
POST {auth,login,users}/{magic-link,magiclink,passwordless,email-link}{,/send,/start}
POST {,auth,user,users,account,accounts,customers}/{forgot-password,forgotPassword,forgotten-password,password/forgot,password-reset,reset-password,resetPassword,password/reset,recover-password,password/recovery,passwordReset}
POST {auth,user,account}/{request-password-reset,send-password-reset-email,password/reset/confirm,reset-password/confirm,recover,lost-password}
PUT,POST,PATCH {,auth,user,users/#,account,me,profile,customers/me}/{password,change-password,changePassword,update-password,password/change,set-password}
POST {users,accounts}/#/{password,reset_password,change-password}
POST Account/{Login,ForgotPassword,ResetPassword,ChangePassword,ExternalLogin,LoginWith2fa}
POST {doLogin,userLogin,loginUser,memberLogin,customerLogin,adminLogin,checkLogin,validateLogin,wp-login,LoginService,j_security_check}
POST {auth,account}/{recovery,recover,recovery/request}
POST {sessions,session,user_session,auth/session}
POST {auth,login}/{ldap,nfc,qr,pin,biometric,fingerprint,guest,anonymous}
`,
  'Token Validation': `
POST {,auth,oauth,oauth2,connect,identity,openid,as,api,v1}/{token,tokens,access_token,accesstoken,access-token}
POST {,auth,oauth,oauth2,user,session}/{refresh,refresh-token,refresh_token,refreshToken,token/refresh,tokens/refresh,renew}
POST {auth,oauth,oauth2,token,tokens}/{revoke,introspect,revocation,introspection,validate,verify,exchange}
GET,POST {auth,token,jwt,session}/{validate,validate-token,verify-token,check-token,token/verify,token/validate,token-info,tokeninfo}
GET {,oauth,oauth2,.well-known,auth}/{jwks,jwks.json,keys,certs,discovery/keys}
GET,POST {,user,users/#,account,me,organizations/#,projects/#,settings}/{api-keys,apikeys,api_keys,api-tokens,access-tokens,access_tokens,personal-access-tokens}
DELETE,GET,PATCH {,account,users/#,projects/#}/{api-keys,apikeys,tokens,access-tokens}/#
POST {api-keys,keys,tokens,apikeys}/#/{rotate,revoke,regenerate,renew}
POST {generateToken,getToken,createToken,refreshUserToken,getAccessToken,issueToken,GetAuthToken,authToken,login/token,RequestToken}
GET,POST {oauth}/{request_token,requestToken,RequestToken,access_token,AccessToken}
POST,GET {session,sessions}/{token,verify,validate,introspect,getSessionToken}
POST,GET {realms/#/protocol/openid-connect,openid-connect,oauth-server,sts,uaa/oauth,idp/oauth,cis/oauth2}/{token,certs,token/introspect,revoke,keys,check_token,token_keys}
GET,POST {auth.test,auth.revoke,getSessionToken,session/refresh,sessions/refresh,refreshAccessToken,api_token,apiTokenStatus,tokeninfo,token/status,apikey/create,apikeys/generate,generateApiKey,credentials/generateApiKey,keys/#/rotate,keys/#/revoke,service-accounts/#/keys,issueAccessToken,exchangeToken,registration-access-token,client_credentials/token}
POST {clients,apps,merchants}/#/{tokens,token,client-token,sdk-token,api-keys,keys}
POST {v1/,}{security,authentication,authorization,sso}/{token,tokens,oauth/token,oauth2/token}
`,
  'One-Time Password': `
POST {,auth,user,users,account,login,security,verify}/{otp,otp/send,send-otp,sendOtp,otp/generate,request-otp,generate-otp,resend-otp,otp/resend}
POST {,auth,user,users,account,login}/{otp/verify,verify-otp,verifyOtp,validate-otp,otp/validate,otp/check,confirm-otp}
POST,DELETE {,auth,user,account,me,users/#,settings}/{2fa,mfa,two-factor,twofactor,totp,two_factor_authentication}/{enable,disable,setup,verify,validate,activate,confirm,enroll,}
GET {auth,account,user,me,users/#}/{mfa,2fa,mfa/factors,two-factor/status,totp/qr,2fa/qrcode,mfa/methods,recovery-codes,backup-codes}
POST {auth,account,user,me}/{mfa,2fa,two-factor}/{recovery-codes,backup-codes,challenge,challenges,resend,send}
POST {mfa,auth/mfa,factors,authenticators}/{factors,#/verify,#/challenge,enroll,associate,otp}
POST {sms,phone,email}/{send-code,sendCode,verify-code,otp,verification-code,verificationCode,send-verification-code}
POST {,auth,user}/{send-verification-code,verification-codes,verify-code,verifyCode,sendSmsCode,send-sms-code,sms-code,sms/code,getSmsCode,captcha-sms,phone/verify,verify-phone,verifyPhone}
POST {verify,verifications,verification}/{sms,call,flashcall,start,check,send,phone,#/check}
POST {verifications,phone-verifications,phone-verification}{,/#}
POST {generateOTP,sendOneTimePassword,one-time-password,one-time-passcode,onetimepassword/send,one-time-code}
PUT users/#/{totp,mfa,2fa}
`,
  'Account Creation': `
POST {,auth,user,users,account,accounts,customer,customers,member,members,public,identity}/{register,signup,sign-up,registration,sign_up}
POST {users,customers,members,accounts,user,customer,account,subscribers,clients}
POST {users,user,customers,customer,accounts,account,members}/{create,new,add}
POST {createUser,createAccount,registerUser,userRegister,addUser,newUser,createCustomer,CreateNewCustomer,openAccount,AccountCreate,memberRegister,createaccount,customerSignup,signUpUser}
POST {auth,users,customers}/{register,signup}/{email,phone,social,customer,seller,vendor,confirm}
POST {store,shop,storefront,crm,portal,bank,retail}/{customers,customers/register,users,accounts,registration,signup}
POST {accounts,deposit-accounts,savings-accounts,bank-accounts,checking-accounts}{,/open,/application,/opening}
GET,POST {,auth,account,users}/{verify-email,confirm-email,email/verify,activate,email-verification,confirm-registration,register/confirm}/#
POST {tenants/#,#,shops/#,stores/#}/{customers,users,members}
POST Account/{Register,Create,SignUp}
POST {tmf-api/,}{customerManagement/v4/customer,partyManagement/v4/individual,accountManagement/v4/partyAccount}
POST {join,join/member,become-member,get-started/account,enrollments/customer,user/onboard,newcustomer,customers/signup,create_user,register_user,users/new,account/signup/email,signup/complete,registration/submit,users.create,customer.add}
POST {onboarding,onboard}/{customer,user,register,signup,account,merchant}
POST {auth,account}/{sign-up/email,register/complete,create-account,new-account}
`,
  'Account Information Retrieval': `
GET {,user,users,account,accounts,auth,customer,customers,members,api/user}/{me,self,whoami,current,@me,profile,mine}
GET {me,whoami,profile,account,userinfo,user,my-account,myaccount,user-profile,user_info,currentUser}
GET {oauth,oauth2,connect,oidc,openid}/{userinfo,user-info,me,profile}
GET {users,customers,members,accounts,clients,subscribers,contacts/customers}/#
GET {users,customers,members,accounts}/#/{profile,details,info,account,addresses,address,summary,email,phone}
GET {getUserInfo,getProfile,getAccountInfo,getCustomer,getAccountDetails,getUserDetails,user/getInfo,account/getAccount,GetCurrentUser,customer/info,fetchProfile,getUserById,customerDetails}{,/#}
GET {account,user,profile,customer,me,my}/{details,info,information,summary,overview,addresses,address,address-book,settings,preferences,dashboard}
GET {me,account,user,wallet,customers/#,accounts/#,members/#}/{balance,balances,wallet,credits}
GET,POST {forgot-username,recover-username,username/lookup,account/lookup,accounts/lookup,find-account,account/find,auth/forgot-username}
GET {users,customers,accounts}/{by-email,email,lookup,by-phone}/#
GET {customers,customer}/{#/addresses,addresses,addresses/#,address/list}
GET,POST {account,user,customer}/{account,get,view,read}
GET {users/@me,users/self,user/self,users/current,account/self,users/whoami,auth/whoami,session/user,identity/me,account/current,users/get_current_account,profiles/me,admin/me}
GET {GetCustomer,GetUser,GetMember,GetCustomerById,GetUserProfile,WhoAmI,user.info,customer.info,account.info,users.identity,users.profile.get,get_account,get_user_info,GetAccountBalance,getCustomerByEmail,findCustomer,getMemberDetails}{,/#}
GET {customers,customer,client,clients}/{#,search/#,email/#,external/#,by-phone/#,lookup}
GET {wallet,wallets/#,accounts/#,me,customer,account,cards/#}/{balance,balances,available-balance,credit-balance,available-credits}
`,
  'Customer Profile Management': `
PUT,PATCH {users,customers,members,accounts,clients,subscribers,user,customer,profiles}/#
DELETE {users,customers,members,accounts,user,customer}/#
DELETE {me,account,users/me,user/account,profile,my-account,customers/me}
PUT,PATCH,POST {me,account,profile,user,users/me,customer,customers/me,my,user/profile,account/profile,members/me,auth/profile}
PUT,PATCH,POST {me,account,profile,user,users/#,customers/#,members/#,my}/{address,email,phone,avatar,photo,preferences,settings,name,profile,details,contact,username,mobile,picture,image,language,birthday}
POST,PUT,PATCH,DELETE {me,account,user,customers/#,users/#,customer,my}/{addresses,address-book,addresses/#,shipping-addresses,billing-addresses,emails,phones}{,/#}
POST {updateProfile,editProfile,updateUser,update-profile,profile/update,profile/edit,user/update,users/update,account/update,updateAccount,changeEmail,change-email,updateAddress,saveAddress,addAddress,updateCustomer,editUser,setPreferences,uploadAvatar,deleteAccount,modifyProfile}
POST {account,user,profile,customer}/{update,edit,change-email,change-phone,update-address,delete,deactivate,close,avatar/upload,notification-preferences,communication-preferences,upload-photo}
PUT {users,customers,user}/{update,edit,profile,#/update,#/edit,#/status}
PUT,PATCH {store,shop,portal}/{customers/#,customers/me,account,profile}
PUT,PATCH {scim/v2/Users,Users}/#
PUT,POST,PATCH {users,members,customers,subscribers,user,account,profiles,me}{/#,}/{contact,contacts,settings,settings/#,profile-image,banner,cover,email-address,phone-number,personal-info,personal-details,bio,marketing-preferences,consent,opt-in,locale,timezone,notification-settings}
POST {account,user,users}/{update_profile,update_profile_image,update_settings,settings.json,update-info,updateInfo,saveProfile,edit-profile,modify,remove_account,close-account,deleteMe,merge}
PUT,PATCH {users,customers,members,profile,customer,account}{,/update,/edit,/save,/me}
POST,PUT {UpdateUser,UpdateCustomer,UpdateMember,UpdateContactInfo,EditProfile,SetUserPreferences,UpdateEmail,UpdatePhone,upsertUser,UpsertCustomer,customer.update,user.update,users.profile.set,setAvatar,ChangeAddress,deleteCustomer,DeleteUser}
DELETE,PUT {customers,users,profile,profiles,account}/#/{addresses/#,email-addresses/#,phone-numbers/#,photo,avatar,identities/#}
POST,PUT {users,customers}/#/{addresses,preferences,consents,attributes}
`,
  'Customer Interaction': `
POST {kyc,identity,idv,aml,kyb,compliance,onboarding/kyc}/{verify,check,checks,submit,upload,documents,upload-document,start,session,status,initiate,screening,selfie,liveness,face,applicants}
GET {kyc,identity,idv,aml,kyb}/{status,me,#,status/#,verification/#,result,checks/#,cases/#}
POST {identity-verification,id-verification,identity_verifications,identityVerification,verification_sessions,identity/verifications,background-checks,backgroundchecks,kyc-checks,aml-checks,aml/screenings}{,/#}
GET {identity-verifications,identity/verification_sessions,background-checks,kyc/verifications,kyc/applications}{,/#}
POST {verify-identity,verifyIdentity,verify-face,face-match,facematch,liveness-check,document-verification,verify-document,selfie,verifyId,idcheck,identity/check,identity/verify,ssn/verify,pan/verify,aadhaar/verify,passport/verify}
POST {number-verification,numberverification,sim-swap,simswap}/{verify,check,retrieve-date}
POST {applicants,applicants/#/documents,applicants/#/checks,checks,liveness,aml,kyc,identity/documents}
POST {users,customers,accounts}/#/{kyc,verify-identity,identity-verification,kyc/documents,kyc/submit}
GET {users,customers,accounts}/#/{kyc,kyc/status,identity-verification}
POST,GET {compliance,screening,verification,verifications,verify,onboarding,trust}/{business/#/verify,document/new/verify,identity,id-document,documents/identity,individual,kyb,entity/#/check,face,biometric,liveness,ssn,bank-account-owner,selfie,status/identity,passport,govid,driver-license}
POST,GET {StartVerification/identity,CreateApplicant,GetApplicant,applicant-create,applicant-details,applicants/#/status,UploadKycDocument,GetKycStatus,SubmitKyc,kyc/consent/request,kyc/me,kyc/#,identity/status,identity/verify/#,images/selfie,backgroundcheck/order,screening-reports,candidates/#/background-check}{,/#}
POST {sanctions,pep,watchlist-screening,aml}/{screen,search,screening}
`,
} as const satisfies Partial<Record<EndpointClass, string>>
