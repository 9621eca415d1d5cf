"""Names that a well-read editor knows: organisations, parties and products of the world. Only evidence, like the places."""

from __future__ import annotations

from factx.components.entities.lists import phrase_set, word_set

KNOWN_ORGS = phrase_set(
    """
    Twitter|Facebook|Google|YouTube|Instagram|WhatsApp|TikTok|Telegram|LinkedIn|Reddit|Microsoft|Apple Inc|Amazon.com
    Netflix|Intel|IBM|Nvidia|Samsung|Sony|Huawei|Tesla|Boeing|Airbus|Toyota|Volkswagen|General Motors|ExxonMobil
    Gazprom|Rosneft|Goldman Sachs|JPMorgan|Citigroup|Deutsche Bank|HSBC|Walmart|Pfizer|Moderna|AstraZeneca|Uber|Airbnb
    Nokia|Ericsson|Siemens|Yahoo|Wikipedia|WikiLeaks|Wikimedia Foundation|Reuters|Associated Press|AP|AFP|Bloomberg
    BBC|CNN|NBC|ABC|CBS|MSNBC|NPR|PBS|Fox News|Al Jazeera|Sky News|New York Times|Washington Post|Wall Street Journal
    Los Angeles Times|USA Today|Financial Times|Guardian|Daily Telegraph|Politico|TASS|Xinhua|Interfax|KCNA|Yonhap
    Der Spiegel|Le Monde|Huffington Post|BuzzFeed|United Nations|European Union|NATO|UNESCO|UNICEF|World Bank|IMF|WHO
    World Health Organization|International Monetary Fund|World Trade Organization|WTO|OPEC|ASEAN|African Union
    Arab League|OECD|Interpol|FIFA|UEFA|NASA|FBI|CIA|NSA|KGB|FSB|Pentagon|Kremlin|Congress|Senate
    House of Representatives|House of Commons|House of Lords|Supreme Court|State Department|Justice Department
    Treasury Department|Federal Reserve|Securities and Exchange Commission|SEC|FDA|EPA|CDC|FEMA|IRS
    European Commission|European Parliament|European Central Bank|ECB|International Criminal Court
    International Atomic Energy Agency|IAEA|Amnesty International|Human Rights Watch|Greenpeace|Red Cross|Red Crescent
    Doctors Without Borders|Oxfam|UNHCR|Hamas|Hezbollah|Taliban|Islamic State|ISIS|ISIL|al-Qaeda|al-Qaida|Al Qaeda
    Boko Haram|Fatah|Scotland Yard|Bank of England|Labour Party|Conservative Party|Democratic Party|Republican Party
    Harvard University|MIT|Disney|Nintendo|Mozilla|Adobe|Oracle|Spotify|PayPal|Alibaba|Tencent|Baidu|Foxconn|Volvo
    Renault|Nestlé|Unilever|Novartis|Bayer|BASF|Maersk|Lufthansa|Ryanair|Aeroflot|Lockheed Martin|Raytheon|Rheinmetall
    Rosatom|Lukoil|Aramco|TotalEnergies|Save the Children|Médecins Sans Frontières|Friends of the Earth
    Planned Parenthood|Black Lives Matter|Proud Boys|Oath Keepers|Antifa|Ku Klux Klan|Extinction Rebellion
    Wagner Group|Muslim Brotherhood|PKK|GRU|MI5|MI6|Mossad|Shin Bet|NKVD|SBU|BRICS|Mercosur|CARICOM|ECOWAS
    Human Rights Campaign|Bundestag|Bundesrat|Knesset|Sejm|Verkhovna Rada|State Duma|Duma|Lok Sabha|Rajya Sabha
    Dáil Éireann|Dáil|Seanad|Oireachtas|Storting|Riksdag|Folketing|Majlis|Bundeswehr|Luftwaffe|Wehrmacht|Red Army
    """
)
# Parties that have sat in a parliament under a name that a tagger of English takes for a person's or a place's.
KNOWN_PARTIES = phrase_set(
    """
    Sinn Féin|Fianna Fáil|Fine Gael|Plaid Cymru|Bloc Québécois|Parti Québécois|Québec solidaire|Lega|Forza Italia
    Fratelli d'Italia|Brothers of Italy|Italia Viva|Five Star Movement|Più Europa|Democracy is Freedom – The Daisy
    Rassemblement National|National Rally|Front National|La République En Marche|En Marche|Les Républicains
    La France Insoumise|Reconquête|Vlaams Belang|Vlaams Blok|Nieuw-Vlaamse Alliantie|Partij van de Arbeid|D66
    ChristenUnie|Die Linke|Alternative für Deutschland|Alternative for Germany|Bündnis Sahra Wagenknecht|Podemos
    Ciudadanos|Izquierda Unida|Partido Popular|Convergència i Unió|Esquerra Republicana de Catalunya
    Junts per Catalunya|EH Bildu|Bloco de Esquerda|Syriza|PASOK|New Democracy|Golden Dawn|Fidesz|Jobbik|Civic Platform
    Law and Justice|Prawo i Sprawiedliwość|Kukiz'15|ANO 2011|TOP 09|Smer|Servant of the People|Batkivshchyna
    United Russia|Our Home – Russia|Georgian Dream|Høyre|Fremskrittspartiet|Senterpartiet|Sverigedemokraterna
    Sweden Democrats|True Finns|Finns Party|Samfylkingin|Likud|Yesh Atid|Hatnuah|Kulanu|Otzma Yehudit|Ra'am
    Bharatiya Janata Party|Aam Aadmi Party|Trinamool Congress|Rashtriya Janata Dal|Akali Dal|Samajwadi Party
    Bahujan Samaj Party|Jamaat-e-Islami|Muttahida Qaumi Movement|Awami League|Pakatan Harapan|Golkar|Muhammadiyah
    Kuomintang|Komeito|Khmer Rouge|Pheu Thai|Palang Pracharath|Workers' Party of Korea|Ennahda|Nidaa Tounes
    Polisario Front|Baath Party|Ba'ath Party|Inkatha Freedom Party|ZANU-PF|UNITA|SWAPO|Chama Cha Mapinduzi|One Nation
    Scottish Greens|Reform UK|UK Independence Party|UKIP|Sandinista National Liberation Front|Shining Path
    Fuerza Popular|Democratic Unionist Party
    """
)
# People whom newspapers name by surname alone.
KNOWN_PEOPLE = phrase_set(
    """
    Trump|Obama|Biden|Clinton|Reagan|Nixon|Eisenhower|Roosevelt|Truman|Pence|Romney|McCain|Pelosi|McConnell|Boehner
    Giuliani|Comey|Mueller|Bannon|Kushner|Snowden|Assange|Musk|Zuckerberg|Bezos|Murdoch|Soros|Epstein|Weinstein
    Kissinger|Rumsfeld|Cheney|Petraeus|Putin|Medvedev|Yeltsin|Gorbachev|Brezhnev|Khrushchev|Stalin|Lenin|Trotsky|Lavrov
    Peskov|Shoigu|Navalny|Prigozhin|Khodorkovsky|Zelensky|Zelenskyy|Poroshenko|Yanukovych|Tymoshenko|Lukashenko|Merkel
    Scholz|Schröder|Adenauer|Steinmeier|Schäuble|Hitler|Goebbels|Himmler|Mussolini|Berlusconi|Renzi|Meloni|Salvini
    Draghi|Macron|Hollande|Sarkozy|Chirac|Mitterrand|Napoleon|Thatcher|Churchill|Corbyn|Sunak|Starmer|Farage|Miliband
    Varadkar|Rajoy|Zapatero|Puigdemont|Tsipras|Varoufakis|Papandreou|Orbán|Kaczyński|Tusk|Juncker|Barroso
    Stoltenberg|Guterres|Annan|Lagarde|Zuma|Mandela|Ramaphosa|Mugabe|Gaddafi|Qaddafi|Mubarak|Morsi|Sisi|Assad|Khomeini
    Khamenei|Rouhani|Ahmadinejad|Netanyahu|Rabin|Arafat|Erdogan|Erdoğan|Gülen|Karzai|Musharraf|Bhutto|Modi
    Gandhi|Nehru|Suu Kyi|Duterte|Suharto|Kishida|Koizumi|Trudeau|Lula|Rousseff|Bolsonaro|Chávez|Maduro
    Pinochet|Allende|Kirchner|Milei
    """
)
# Programs, devices and weapons that bear a proper name.
KNOWN_PRODUCTS = phrase_set(
    """
    Chrome|Google Chrome|Firefox|Mozilla Firefox|Safari|Internet Explorer|Microsoft Edge|Netscape Navigator|Windows
    Windows XP|Windows Vista|Windows 7|Windows 10|Windows 11|Linux|Ubuntu|Android|macOS|iOS|iPhone|iPad|iPod|MacBook
    Siri|Gmail|Microsoft Office|PowerPoint|Photoshop|JavaScript|PlayStation|Xbox
    Game Boy|Game Cube|Wii|Minecraft|Fortnite|Tetris|ChatGPT|Bitcoin|Ethereum|Blu-ray|Bluetooth|Kalashnikov
    HIMARS|Iskander|Kinzhal|Shahed|Bayraktar|Viagra|OxyContin|Ozempic|Botox
    Boeing 737|Boeing 747|Boeing 777|Boeing 787|Airbus A320|Airbus A380|Concorde
    """
)
# The first word of an organisation's name in its own language; small words of those languages do not end it.
FOREIGN_HEADS = word_set(
    """
    partido partito partai partei parti partia partij mouvement movimento movimiento moviment rassemblement ligue
    bündnis instituto istituto institut assemblea assemblée asamblea ministère ministero ministerio fundación fondazione
    fondation confédération confederación confederazione sindicato syndicat asociación associazione associação
    universidad università université universidade universität banco banca banque comité consejo conseil consiglio
    cumann hizb hezb sociedad société società federación fédération federazione frente
    """
)
FOREIGN_PARTICLES = word_set(
    "de del della delle dei degli des du d' la le les los las et y e i und für der die das van na ni do da pour per en al el"
)
