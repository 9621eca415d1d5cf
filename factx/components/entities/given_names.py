"""Given names that are borne by men or by women, not by both: evidence that a name is a person's, and for pronouns."""

from __future__ import annotations

from factx.components.entities.lists import word_set

MALE = word_set(
    """
    aaron abdul jeb marco rand newt rudy reince mitch lindsey chuck vlad dmytro antony pete beto abdullah abraham adam
    adrian ahmad ahmed akira alan alberto alejandro aleksandr alexander alexandre alexei alfred ali allan allen amir
    anatoly andre andreas andrei andrew andrzej angus anthony antonio antony anwar arnold arthur arturo asif augusto
    austin bashar barack barry bart ben benjamin benny bernard bernie bill billy bob bobby boris brad bradley brendan
    brett brian bruce bruno bryan carl carlos cesar charles charlie chris christian christoph christopher chuck clarence
    claude claudio clint colin craig curtis cyril dale daniel danny darren dave david davide dean dennis derek devin diego
    dieter dimitri dimitris dirk dmitri dmitry dmytro dominic don donald doug douglas duncan dustin dwight earl ed eddie
    edgar edmund eduardo edward edwin eli elijah elliott emilio emmanuel enrico enrique eric erik ernest ernesto ethan
    eugene evan evgeny fabio felipe felix fernando fidel floyd francesco francis francisco francois frank franz fred
    frederick friedrich fyodor gabriel gareth gary gavin geoff geoffrey george georges gerald gerard gerhard gianni
    gilbert giorgio giovanni giuseppe glen glenn gordon graham greg gregory guillermo gustavo guy hamid hamza hans harold
    harry harvey hassan hector heinz helmut henri henrik henry herbert herman hiroshi horst howard hugh hugo hussein ian
    ibrahim igor imran isaac ismail ivan jack jacob jacques jaime jake jakob jamal james jan jared jason javier jay
    jean-claude jeff jeffrey jens jeremy jerome jerry jim jimmy joachim joao joe joel johan johann john johnny jon
    jonathan jorge jose josef joseph josh joshua juan julian julio jurgen justin karl keith ken kenneth kent kevin khalid
    klaus konstantin kurt kyle lance larry lars laurent lawrence lee leo leon leonard leonid leroy leslie lewis liam
    lionel lloyd lorenzo lou louis lucas ludwig luigi luis luiz luke mahmoud malcolm manuel marc marcel marcelo marco
    marcos marcus mario mark markus marshall martin marvin massimo mathias matt matteo matthew matthias maurice mauricio
    maurizio max maxim michael michel miguel mike mikhail milton mitch mitt mohamed mohammad mohammed moses muhammad
    murray mustafa nabil narendra nathan neil nelson nicholas nick nicola nicolai nicolas nigel nikolai nikos noah norman
    oleg olaf oleksandr olivier omar orlando oscar osama oswald otto owen pablo paolo patrick paul pavel pavlo pedro pedro
    per pete peter petr petro phil philip philippe phillip pierre piotr rafael rahul raj rajesh ralph ramon randall randy
    raul ray raymond recep reggie reinhard ricardo riccardo richard rick ricky rishi roberto robert rodney rodrigo roger
    rohit roland rolf roman ron ronald ross roy rudolf rudy rupert russ russell ryan salman salvador salvatore sam samir
    samuel santiago saul scott sean sebastian sergei sergey sergio serhiy seth shane shaun shinzo sidney silvio simon stan
    stanislav stanley stefan stefano stephen steve steven stewart stuart sven sylvester takashi tariq ted terrence terry
    theodore thomas tim timothy toby todd tom tommaso tommy tony travis trevor tyler ulrich umberto uwe vaclav valery
    vasily vernon viktor vincent vincenzo vitaly vitali vladimir volodymyr wade walter warren wayne wendell werner wilfred
    wilhelm willem william willie winston wolfgang xavier yitzhak yasser yevgeny yoshihide yousef yuri yusuf zachary
    aamir abdallah abdel abdelaziz abdelfattah abdoulaye abdulaziz abdulla abdullahi abiy abu-bakr adel adnan
    agustin ahmadou akbar alain albin aldo alec aleksei alessandro alexandros alexis alfonso alfredo alistair
    aloysius alvaro amadou amos anders andrej andres andriy anil antoine anton antonis antti ariel arjun armando
    arnaud arne arsen arseniy artur arun arvind ashok ashraf aziz baltasar bartolomeo bashir bassam bastian benedict
    benito benoit bertrand bilal biniam bjorn björn blaise bogdan bohdan borut braulio bronislaw cedric cem
    charalambos chinedu chukwuma claudiu clement clive constantin cornelius cristian cristiano cristobal dag damian
    damien dario darius darko davit dawid demetrius denys didier dieudonné dilip dinesh dmitrij dominik dragan
    duarte ebrahim edmond eduard efraim efrain ehud einar ekrem elias eliot emanuel emeka emil emile emre enda enzo
    erdal erich erkki ernst erwin esteban etienne eyal fabien fabrice fadi faisal fareed farid farouk faustin fayez
    federico ferdinand ferenc fernand fikret filip flavio florian fouad franco françois fredrik fuad fumio gamal
    gaspar gaston gavril gennady geoffroy gerardo gerry ghassan gideon giles gilles gonzalo goran gunther guram
    gustaf gustav gábor günter günther haakon habib hadi haider hakan hakeem haruna hasan hashim heiko heinrich
    hendrik heriberto hermann hernan hisham horacio hosni hubert humayun humberto husain ibrahima idris ignacio ihor
    ilie ilya imad iosif isaias ismael issa itzhak ivica ivo iyad jaap jacinto jagdish jalal jan-peter janez janos
    jaroslav jaroslaw jarosław javad jawad jeremiah jeroen jerzy jesus jesús jiri joaquim joaquin jochen jomo jonas
    jordi joschka josip jovan jozef joép jukka jules julien junichiro justinas józef jörg jürgen jānis kaarlo kamal
    karim karol karthik kaspar kassym-jomart kazimierz kemal kenichi khaled kiril kirill kjell klaas knut koffi kofi
    koichi kostas kris krzysztof kwame kwasi kwesi ladislav lakhdar lars-erik laszlo laurens lech leopold leszek
    levan levon lothar luca luciano ludovic lukas lukasz maarten mads magnus maharram mahathir mahinda mamadou
    manmohan manoj mansour marek mariano marius marouane martti marwan massoud mateo mateusz maurits maxime mehdi
    mehmet meles melvyn menachem michal michał micheál mihai mihail mikael mikheil miklos milorad milos miloš miro
    miroslav mladen mohamad mohammad-javad mohsen moshe moussa mukesh murat mwai mykola myroslav nadeem naftali
    najib nasser navin nayib necmettin nicolás niels nikola nikolaos nikolay nils nuno nuri obafemi octavio odysseas
    oleksii oleksiy olexander olli olof olusegun omer onur osman ousmane paavo panagiotis pascal patrice paulo
    pavlos payam pekka petrus petteri philippos piero pieter pradeep prakash pranab pravin pál pär péter qasim
    quentin rached radek radoslaw radosław rafał raila rainer rajiv rakesh ramesh rami ramzan raphael rashid rasmus
    ravi rayan raymundo reza riad rifaat robbie robrecht rodolfo rodrigue rogelio romano romelu ronan roni rory
    ruben rubén ruslan ruud saad saeed sajid salah saleh salim samuli sanjay santosh satoshi savvas sayed sebastião
    selahattin serge serhii serik seydou shahid shashi shaukat shimon shlomo shoaib sigmar siim silviu simeon siniša
    slavko slobodan soren spyros srdjan stavros steffen sten stipe stéphane subrahmanyam sunil suresh sushil svein
    swanand szymon sándor søren taavi tadeusz tamir tamás tarek tayyip tedros teodor teodoro terje thabo thanos
    thibaut thierry thorbjørn tiago timo tobias todor tomas tomasz tomás toomas tor torsten traian tristan tunde
    tuomas tzachi udo ugo uhuru umar urho uriel vadim vakhtang valdis valentin valeriy vasco vasil vasile vassilis
    venkatesh victor vidkun vikram viktors vinod virgil vojislav vyacheslav waldemar walid waseem wasim wim wojciech
    wopke yaakov yair yakov yanis yannick yaroslav yasin yassin yevhen yigal yoweri yukio yuriy yves zafar zaki
    zbigniew zdravko ziad zine zoltan zoran zurab
    alvin amit angelo ayman barnaby basil clifford clifton clyde corey curt damon darnell darrell darryl delbert denis
    denny deshawn desmond dewey dmitriy donnie dwayne emmerson ephraim eswar ezra fredrick garrett gilberto gregor
    harlan haruki horace irving jair jarrod jedediah jermaine jerrold jorgen kareem kirby lamont leland lyle manny
    mohandas muammar myron nawaz ned nikhil norbert orrin osvaldo pervez rahim ramiro reuben rocco roderick rolando
    ronnie roscoe rudolph rufus saddam seamus sheldon silas thaddeus thom trent tyrone vicente vince waldo wilbur
    willard woodrow youssef yuval zubin
    """
)
FEMALE = word_set(
    """
    abigail adele carly laila layla nadine ivanka tulsi nikki condi ayanna ilhan rashida karine jen adriana agnes aisha
    alexandra alexandria alice alicia alison allison amanda amber amelia amina amy ana anastasia andrea angela angelina
    angie anita ann anna anne annette annie antonia april ariana ashley astrid audrey aung ava barbara beatrice becky
    belinda benazir bernadette beth bethany betsy betty beverly birgit bonnie brenda bridget brigitte brooke camille
    candace carla carmen carol carole caroline carolyn carrie catherine cathy cecilia charlene charlotte chelsea cheryl
    christina christine cindy claire clara claudia colette colleen condoleezza connie constance cristina crystal cynthia
    daniela danielle dawn deborah debbie debra deirdre denise diana diane dolores dominique donna dora doris dorothy edith
    eileen elaine eleanor elena elisa elisabeth elise eliza elizabeth ella ellen emily emma erica erika erin estelle
    esther ethel eva eve evelyn fatima fatma faye felicia fiona florence frances francesca gabriela gabrielle gail
    geraldine gertrude gina giorgia giulia gladys glenda gloria grace greta gretchen gwen hanna hannah harriet hazel
    heather heidi helen helena helga hillary hilary holly ida ilhan indira ines ingrid irene irina iris isabel isabella
    isabelle ivana jacinda jackie jacqueline jane janet janice jasmine jean jeanette jeanne jennifer jenny jessica jill
    joan joann joanna joanne jocelyn josephine joy joyce judith judy julia juliana julie juliet june kamala karen karin
    karina karla kate katherine kathleen kathryn kathy katie katrina kay kayla keiko kelly kimberly kirsten krista kristen
    kristin kristina kristine lara latoya laura lauren laurie leah leila lena leslie leticia lidia lillian lily linda
    lindsay lindsey lisa liz liza lois loretta lori lorraine louise lucia lucille lucy luisa lydia lynn mabel madeleine
    madison maggie malala malia marcia margaret margarita maria mariana marianne marie marilyn marina marion marisa
    marjorie marlene marta martha martina mary maureen megan meghan melania melanie melinda melissa mercedes meredith
    michelle mildred miranda miriam molly monica monika muriel myra nadia nadine nancy naomi natalia natalie natasha
    nicole nina nora norma olena olga olivia ophelia oprah pamela patricia patsy patti paula pauline peggy penelope petra
    phyllis polly priscilla priti rachel ramona rebecca regina renata renee rhonda rita roberta rosa rosalind rose
    rosemary roxanne ruth sabrina sally samantha sandra sara sarah sasha selena serena shannon sharon sheila shelley
    sherry shirley simone sofia sonia sonya sophia sophie stacey stacy stefania stella stephanie sue suella susan susana
    susanne suzanne svetlana sylvia tamara tanya tara tatiana teresa tessa thelma theresa tina tracey tracy tricia ursula
    valentina valerie vanessa vera veronica vicki vicky victoria viola violet virginia vivian wanda wendy whitney wilma
    winnie yasmin yolanda yulia yvette yvonne zainab zoe zsuzsanna
    adaeze adina agata agnieszka agnès aicha aida aino aleksandra alena alessandra alia aline alma alyona amal amira
    amélie ana-maria anabel anahit anca andreea aneta angélique anike anja anke annalena annegret annika antonella
    anuradha aoife arancha ariadna ariane arlene arwa asma asmaa aurelia aurélie aya ayaan aylin aysel aziza barbro
    beata beate begoña benedetta bianca birgitta bożena brigid bronagh bárbara carlotta caterina cathérine catriona
    cecilie celeste chantal charlotta chiamaka chiara chimamanda christel christiana christiane ciara clémentine
    consuelo corinne cornelia cosima cristiana cármen cécile céline dagmar dagny danuta daria daša deepika delphine
    dilma dimitra djamila dorota dorothea dunja ebba edyta eeva ekaterina elahe elaheh elena-maria eleni eleonora
    elif elisabetta elisavet elodie elżbieta emine emmanuelle erna esperanza eszter eugenia eugénie eunice evangelia
    ewa ewelina ezgi fabienne fadela farah farida fatou fatoumata federica felicitas feride fernanda flavia
    françoise frederica frederike freya frida frieda gabriella galina gerda germaine ghada gisela giuliana golda
    gordana graciela grażyna grethe gro gudrun gulnara gülsüm hadiya hadizatou hala halima halina hanan hanne hege
    heide heidemarie heike helle henriette hilda hilde hortensia houda huda hülya ilona ilse iman imelda inga inge
    ingeborg ingibjörg inés ioana ioanna irena isabela isobel ivanna iveta jadwiga jana jeannette jelena jessika
    jolanta josefa josefina josefine joséphine jovanka juliane julianna juliette julija justyna jutta jóhanna kadri
    kaja kamila karima kata katalin katarina katarzyna katerina katharina katja katri katrin kersti khadija kinga
    kirsti klaudia klára kolinda kristalina ksenia kyriaki laetitia lalita latifa lavinia laxmi leena lene lenka
    leonor leyla leïla liberata lidija lieve liisa liliana liliane lina linnea lisbeth ljubica louisa loujain
    lourdes lubna luciana lucía ludmila luisella lyudmila maaike maddalena madina magda magdalena maha mahnaz
    mairead maja manuela mara margarethe margarida margit margot margrethe maria-elena mariam marianna mariella
    marija marijke marika marisol marit mariya marjan marjane marta-lucía martine masha mathilde matilda mayra meral
    meryem michaela michelle-anne michèle milagros milena milica mireille mirela mirjana mona monique nabila
    nadezhda nadiya nafisa nahid najat najla narges nasrin nataliya natasa nathalie neelie neha nele ngozi nicoleta
    nigar nilufar nour oksana oleksandra ombretta orsolya paloma paola parvati petronella pia pilar piret pratibha
    rachida radhika rania raquel rasa rebeca reem regula reiko renate rosalía rosanna rossana rosário roxana roza
    ruba rukhsana ruxandra sabiha sabine sahle-work salma samia sanae sanda sanja sanna sara-maria saskia savita
    segolene selma shabana shahnaz shappi shirin sigrid siham silvana silvia simona sinéad siobhan siobhán sirimavo
    sirpa slavica smriti snežana solveig sonja soraya souad soumaya stefanie steffi suad sumaya sunita sushma suzana
    svenja sviatlana svitlana swati ségolène tahira taina tamar tansu tarja tatyana tawakkol teodora teresita thandi
    theodora therese thérèse tiina tove tsai-ing tuula ulla ulrike ursel urszula valentyna valérie vanda vasiliki
    vesna viera vigdis vigdís viktoria viktoriya violeta virginie véronique wafa wangari wiebke wilhelmina wioletta
    yael yana yasmine yekaterina yelena yevgenia yevgeniya yingluck ylva yolande yukiko yuliya yuriko zahra zakia
    zanele zeinab zeynep zhanna zinaida zita zofia zohra zoja zsofia zuzana éliane
    agatha aileen alana althea annabel beatriz bernice bertha bessie bettina beyonce billie celia clarissa claudette
    daphne darlene debora delia delores dianne doreen edna eloise elsie enid genevieve gwendolyn hattie henrietta
    hortense irma janelle jeannie jenna jennie johanna joni juanita kellyanne khaleda lael leona lila lola lorena
    lynette mamie marcella marguerite marian maribel marla marsha maryam maxine mazie megyn minnie myrtle nellie noelle
    noreen olympia patty paulette phoebe rihanna rochelle ronda rosalie rosalynn roseanne sadie samira sheri susanna
    tammy trina trudy verna winifred
    """
)
# Borne by either: a person's, but no evidence of gender.
EITHER = word_set(
    """
    alex andrea ashley carol casey charlie chris dale dana dominique eden evan francis gene jackie jamie jan jay jean
    jesse jo joan jody jordan kelly kent kerry kim kyle lee leslie lindsay lindsey lou lynn marion meredith morgan nicola
    pat per rand randy robin sam sasha shannon shirley simone stacey stacy sydney taylor terry tracey tracy whitney
    """
)
GIVEN_NAMES = MALE | FEMALE | EITHER
