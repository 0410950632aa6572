@echo off
rem Runs Fovea's command line from a checkout, from any folder. Builds the first time, which takes Maven and a
rem JDK of version 17 or later; after a change of the sources delete the folder target.
rem
rem   JAVA_HOME         the JDK to use; default: the java of the PATH
rem   JAVA_OPTS         options for java
rem   FOVEA_JAVA_OPTS   more of them, for example -Xmx8g
setlocal DisableDelayedExpansion

set "FOVEA_ROOT=%~dp0.."
set "FOVEA_CLASSPATH_FILE=%FOVEA_ROOT%\target\fovea.classpath"

set "FOVEA_JAVA=java"
if defined JAVA_HOME set "FOVEA_JAVA=%JAVA_HOME%\bin\java.exe"

call :find_jar
if not defined FOVEA_JAR goto build
if not exist "%FOVEA_CLASSPATH_FILE%" goto build
goto run

:build
where mvn >nul 2>nul
if errorlevel 1 (
	echo fovea: needs Maven to build: install it, so that mvn is on the PATH 1>&2
	exit /b 1
)
echo fovea: building; the first time Maven downloads about 300 MB 1>&2
if exist "%FOVEA_CLASSPATH_FILE%" del "%FOVEA_CLASSPATH_FILE%"
pushd "%FOVEA_ROOT%"
call mvn -B -q -Dstyle.color=never -Dmaven.test.skip=true package dependency:build-classpath -DincludeScope=runtime -Dmdep.outputFile=target/fovea.classpath.new 1>&2
if errorlevel 1 (
	popd
	echo fovea: the build failed, see above 1>&2
	exit /b 1
)
popd
move /y "%FOVEA_CLASSPATH_FILE%.new" "%FOVEA_CLASSPATH_FILE%" >nul
call :find_jar
if not defined FOVEA_JAR (
	echo fovea: the build left no jar in the folder target 1>&2
	exit /b 1
)

:run
rem for and not "set /p", which reads no more than 1023 characters.
for /f "usebackq delims=" %%i in ("%FOVEA_CLASSPATH_FILE%") do set "FOVEA_CLASSPATH=%%i"
rem S3, where it was built (mvn -f all.xml package).
set "FOVEA_S3="
for %%i in ("%FOVEA_ROOT%\s3\target\fovea-s3-*-all.jar") do set "FOVEA_S3=;%%~fi"
if not defined TF_CPP_MIN_LOG_LEVEL set "TF_CPP_MIN_LOG_LEVEL=2"
"%FOVEA_JAVA%" -Dorg.bytedeco.javacpp.maxphysicalbytes=0 -Djava.awt.headless=true -Djdk.console=java.base %JAVA_OPTS% %FOVEA_JAVA_OPTS% -cp "%FOVEA_JAR%;%FOVEA_CLASSPATH%%FOVEA_S3%" fovea.cli.Fovea %*
exit /b %errorlevel%

:find_jar
set "FOVEA_JAR="
for /f "delims=" %%i in ('dir /b "%FOVEA_ROOT%\target\fovea-*.jar" 2^>nul ^| findstr /v /i /e "-sources.jar -javadoc.jar -tests.jar"') do set "FOVEA_JAR=%FOVEA_ROOT%\target\%%i"
exit /b 0
